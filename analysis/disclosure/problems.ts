// The problems `suppression` and `audit` of `lens compute`.

import type { Progress } from "#domain/progress";
import { InputError, type Answer, type Problem } from "#analysis/problem";
import {
  intervalsOf,
  isUnbounded,
  weaknessOf,
  type Interval,
  type Intervals,
  type System,
  type SystemCell,
  type SystemEquation,
} from "./system.ts";

type Input = Readonly<Record<string, unknown>>;

const MAX_CELLS = 100_000;

function fail(key: string, rule: string, value: unknown): never {
  throw new InputError(`${key} is ${JSON.stringify(value) ?? "missing"}: ${rule}`);
}

const isRecord = (value: unknown): value is Input =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readCell(value: unknown, at: number, places: ReadonlyMap<string, number>): SystemCell {
  const key = `cells[${at}]`;
  if (!isRecord(value)) return fail(key, "it is an object with id and value", value);
  const { id, value: own, primary = false, cost } = value;
  if (typeof id !== "string" || id === "") return fail(`${key}.id`, "it is a text", id);
  if (places.has(id)) return fail(`${key}.id`, "no other cell has it", id);
  if (typeof own !== "number" || !Number.isSafeInteger(own) || own < 0)
    return fail(`${key}.value`, "it is a whole number of at least 0", own);
  if (typeof primary !== "boolean") return fail(`${key}.primary`, "it is true or false", primary);
  if (cost !== undefined && (typeof cost !== "number" || !(cost >= 0)))
    return fail(`${key}.cost`, "it is a number of at least 0", cost);
  return { id, value: own, isPrimary: primary, cost: cost ?? own };
}

function readEquation(
  value: unknown,
  at: number,
  cells: readonly SystemCell[],
  places: ReadonlyMap<string, number>,
): SystemEquation {
  const key = `equations[${at}]`;
  if (!isRecord(value)) return fail(key, "it is an object with total and parts", value);
  const place = (id: unknown, where: string): number => {
    const found = typeof id === "string" ? places.get(id) : undefined;
    return found ?? fail(where, "it is the id of a cell", id);
  };
  const { total, parts } = value;
  if (!Array.isArray(parts) || parts.length === 0) return fail(`${key}.parts`, "it is a list of ids", parts);
  const equation = {
    total: place(total, `${key}.total`),
    parts: parts.map((part, index) => place(part, `${key}.parts[${index}]`)),
  };
  const sum = equation.parts.reduce((all, part) => all + cells[part]!.value, 0);
  if (sum !== cells[equation.total]!.value)
    fail(`${key}.total`, `its parts add up to ${sum}, it is ${cells[equation.total]!.value}`, total);
  return equation;
}

function readSystem({ cells, equations, threshold, width }: Input): System {
  if (!Array.isArray(cells) || cells.length === 0 || cells.length > MAX_CELLS)
    return fail(
      "cells",
      `it is a list of 1 to ${MAX_CELLS} cells`,
      Array.isArray(cells) ? cells.length : cells,
    );
  if (!Array.isArray(equations)) return fail("equations", "it is a list", equations);
  if (typeof threshold !== "number" || !Number.isInteger(threshold) || threshold < 2)
    return fail("threshold", "it is a whole number of at least 2", threshold);
  if (width !== undefined && (typeof width !== "number" || !(width >= 0)))
    return fail("width", "it is a number of at least 0", width);
  const places = new Map<string, number>();
  const read = cells.map((cell, at) => {
    const own = readCell(cell, at, places);
    places.set(own.id, at);
    return own;
  });
  return {
    cells: read,
    equations: equations.map((equation, at) => readEquation(equation, at, read, places)),
    threshold,
    width: width ?? null,
  };
}

interface Found {
  readonly cell: number;
  readonly because: string;
  readonly plain: Interval;
}

interface Audited {
  readonly plain: Intervals;
  readonly informed: Intervals;
  readonly unsafe: readonly Found[];
}

async function auditSystem(
  system: System,
  hidden: readonly number[],
  wanted: readonly number[] = hidden,
): Promise<Audited> {
  const plain = await intervalsOf(system, hidden, "plain", wanted);
  const informed = await intervalsOf(system, hidden, "informed", wanted);
  const unsafe = wanted.flatMap((cell): Found[] => {
    const because = weaknessOf(system, system.cells[cell]!, plain.get(cell)!, informed.get(cell)!);
    return because === null ? [] : [{ cell, because, plain: plain.get(cell)! }];
  });
  return { plain, informed, unsafe };
}

/** Cells that share an equation with one of `from`, then those that share one with them, and so on. */
function around({ equations }: System, from: number): number[] {
  const found = new Set([from]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { total, parts } of equations)
      if ([total, ...parts].some((cell) => found.has(cell)))
        for (const cell of [total, ...parts]) found.add(cell);
  }
  return [...found];
}

/** Most cells that are tried for one that is not safe. */
const MAX_TRIED = 60;

/** The cheapest cell that protects another when it is hidden too, else the cheapest of the equations it is in; null without one. */
async function nextCell(system: System, hidden: readonly number[], unsafe: number): Promise<number | null> {
  const isHidden = new Set(hidden);
  const byCost = (a: number, b: number): number => system.cells[a]!.cost - system.cells[b]!.cost || a - b;
  const totals = new Set(system.equations.map(({ total }) => total));
  const rank = (cell: number): number => Number(totals.has(cell));
  const candidates = around(system, unsafe)
    .filter((cell) => !isHidden.has(cell))
    .sort((a, b) => rank(a) - rank(b) || byCost(a, b));
  for (const cell of candidates.slice(0, MAX_TRIED)) {
    const { unsafe: left } = await auditSystem(system, [...hidden, cell], [unsafe, cell]);
    if (left.length === 0) return cell;
  }
  const near = candidates.filter((cell) =>
    system.equations.some(
      ({ total, parts }) => [total, ...parts].includes(unsafe) && [total, ...parts].includes(cell),
    ),
  );
  return near[0] ?? candidates[0] ?? null;
}

const named = ({ cells }: System, intervals: Intervals): Record<string, [number, number | null]> =>
  Object.fromEntries(
    [...intervals].map(([cell, [low, high]]) => [cells[cell]!.id, [low, isUnbounded(high) ? null : high]]),
  );

async function solveSuppression(input: Input, onProgress: Progress): Promise<Answer> {
  const system = readSystem(input);
  const hidden = system.cells.flatMap(({ isPrimary }, cell) => (isPrimary ? [cell] : []));
  const primary = hidden.length;
  for (;;) {
    const audited = await auditSystem(system, hidden);
    onProgress({ what: "suppressing", done: hidden.length - primary, total: null });
    const [first] = audited.unsafe;
    const next = first ? await nextCell(system, hidden, first.cell) : null;
    if (first && next !== null) {
      hidden.push(next);
      continue;
    }
    const widths = [...audited.plain.values()].map(([low, high]) =>
      isUnbounded(high) ? Infinity : high - low,
    );
    const narrowest = Math.min(...widths);
    return {
      isSolved: !first,
      body: {
        hidden: hidden.map((cell) => system.cells[cell]!.id),
        intervals: named(system, audited.plain),
        informed: named(system, audited.informed),
        certificate: {
          cells: system.cells.length,
          hiddenByRule: primary,
          hiddenByRepair: hidden.length - primary,
          narrowest: Number.isFinite(narrowest) ? narrowest : null,
          unsafe: audited.unsafe.map(({ cell, because }) => ({ id: system.cells[cell]!.id, because })),
        },
        checked: !first,
      },
    };
  }
}

async function solveAudit(input: Input): Promise<Answer> {
  const system = readSystem(input);
  const { hidden } = input;
  if (!Array.isArray(hidden)) return fail("hidden", "it is a list of ids", hidden);
  const cells = hidden.map((id, at) => {
    const cell = system.cells.findIndex((own) => own.id === id);
    return cell < 0 ? fail(`hidden[${at}]`, "it is the id of a cell", id) : cell;
  });
  const { unsafe, plain } = await auditSystem(system, [...new Set(cells)]);
  return {
    isSolved: true,
    body: {
      unsafe: unsafe.map(({ cell, because, plain: [low, high] }) => ({
        id: system.cells[cell]!.id,
        low,
        high: isUnbounded(high) ? null : high,
        because,
      })),
      intervals: named(system, plain),
    },
  };
}

export const suppressionProblem: Problem = { kinds: ["suppression"], solve: solveSuppression };

export const auditProblem: Problem = { kinds: ["audit"], solve: solveAudit };
