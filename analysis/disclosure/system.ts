// Any system of cells and equations: what each attacker knows, and the interval of every hidden cell.

import { loadHighs } from "#analysis/load_highs";
import { requiredWidth } from "#domain/disclosure";
import { makeTree, treeIntervals, type CellTree } from "./tree.ts";

export interface SystemCell {
  readonly id: string;
  readonly value: number;
  /** Hidden by a rule. */
  readonly isPrimary: boolean;
  readonly cost: number;
}

export interface SystemEquation {
  /** Places of cells. */
  readonly total: number;
  readonly parts: readonly number[];
}

export interface System {
  readonly cells: readonly SystemCell[];
  readonly equations: readonly SystemEquation[];
  /** k: a primary cell of 1 to k − 1 is known to be one by who knows the rule. */
  readonly threshold: number;
  /** Required width; without one 5 or a fifth of the value. */
  readonly width: number | null;
}

export type Interval = readonly [low: number, high: number];

export type Attacker = "plain" | "informed";

/** By cell; null where nothing bounds it from above. */
export type Intervals = ReadonlyMap<number, Interval>;

const UNBOUNDED = 1e12;

const boxOf = ({ threshold }: System, { value, isPrimary }: SystemCell, attacker: Attacker): Interval =>
  attacker === "informed" && isPrimary && value >= 1 && value < threshold
    ? [1, threshold - 1]
    : [0, UNBOUNDED];

/** The system as a tree, and its cells in an order in which totals come first; null where equations form a cycle. */
function asTree({ cells, equations }: System): { tree: CellTree; order: number[] } | null {
  const n = cells.length;
  const above = new Int32Array(n).fill(-1);
  const isSum = new Uint8Array(n);
  for (const { total, parts } of equations) {
    if (isSum[total] === 1) return null;
    isSum[total] = 1;
    for (const part of parts) {
      if (above[part] !== -1 || part === total) return null;
      above[part] = total;
    }
  }
  const depth = (cell: number): number => {
    let steps = 0;
    for (let at = cell; above[at] !== -1; at = above[at]!) if (++steps > n) return Infinity;
    return steps;
  };
  const depths = cells.map((_, cell) => depth(cell));
  if (depths.includes(Infinity)) return null;
  const order = cells.map((_, cell) => cell).sort((a, b) => depths[a]! - depths[b]!);
  const place = new Int32Array(n);
  order.forEach((cell, at) => (place[cell] = at));
  const parent = Int32Array.from(order, (cell) => (above[cell] === -1 ? -1 : place[above[cell]!]!));
  const tree = makeTree(
    parent,
    new Uint8Array(n).fill(1),
    Uint8Array.from(order, (cell) => isSum[cell]!),
  );
  return { tree, order };
}

/** The intervals of hidden cells, by propagation where the equations form a tree, else by linear and integer programming. */
export async function intervalsOf(
  system: System,
  hidden: readonly number[],
  attacker: Attacker,
  wanted: readonly number[] = hidden,
): Promise<Intervals> {
  const tree = asTree(system);
  return tree
    ? byPropagation(system, tree, hidden, attacker, wanted)
    : byProgramming(system, hidden, attacker, wanted);
}

function byPropagation(
  system: System,
  { tree, order }: { readonly tree: CellTree; readonly order: readonly number[] },
  hidden: readonly number[],
  attacker: Attacker,
  wanted: readonly number[],
): Intervals {
  const isHidden = new Set(hidden);
  const boxes = order.map((cell) => boxOf(system, system.cells[cell]!, attacker));
  const { low, high } = treeIntervals(
    tree,
    Float64Array.from(order, (cell) => system.cells[cell]!.value),
    Uint8Array.from(order, (cell) => Number(isHidden.has(cell))),
    { low: Float64Array.from(boxes, ([least]) => least), high: Float64Array.from(boxes, ([, most]) => most) },
  );
  const isWanted = new Set(wanted);
  return new Map(order.flatMap((cell, at) => (isWanted.has(cell) ? [[cell, [low[at]!, high[at]!]]] : [])));
}

const INTEGRAL = 1e-6;

async function byProgramming(
  system: System,
  hidden: readonly number[],
  attacker: Attacker,
  wanted: readonly number[],
): Promise<Intervals> {
  const highs = await loadHighs();
  const column = new Map(hidden.map((cell, at) => [cell, at]));
  const rows = system.equations.flatMap(({ total, parts }) => {
    const terms = [...parts.map((part): [number, number] => [part, 1]), [total, -1] as [number, number]];
    const free = terms.filter(([cell]) => column.has(cell));
    if (free.length === 0) return [];
    const known = terms.reduce(
      (sum, [cell, sign]) => sum + (column.has(cell) ? 0 : sign * system.cells[cell]!.value),
      0,
    );
    return [{ free, right: known === 0 ? 0 : -known }];
  });
  const starts = [0];
  for (const { free } of rows) starts.push(starts.at(-1)! + free.length);
  const boxes = hidden.map((cell) => boxOf(system, system.cells[cell]!, attacker));
  const { integer } = highs.constants.variableType;
  const right = rows.map((row) => row.right);
  const make = (isInteger: boolean) =>
    highs.createModel({
      numCols: hidden.length,
      numRows: rows.length,
      colCost: hidden.map(() => 0),
      colLower: boxes.map(([low]) => low),
      colUpper: boxes.map(([, high]) => (high === UNBOUNDED ? highs.infinity : high)),
      rowLower: right,
      rowUpper: right,
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: hidden.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({ free }) => free.map(([cell]) => column.get(cell)!))),
        values: Float64Array.from(rows.flatMap(({ free }) => free.map(([, sign]) => sign))),
      },
      ...(isInteger ? { integrality: hidden.map(() => integer) } : {}),
    });
  const relaxed = make(false);
  const whole = make(true);
  try {
    for (const model of [relaxed, whole]) model.options.set({ output_flag: false });
    const ends = (at: number, sign: 1 | -1): number => {
      for (const model of [relaxed, whole]) {
        model.changeColCost(at, sign);
        model.run();
        const status = model.getModelStatus();
        const isSolved = status === highs.constants.modelStatus.optimal;
        const found = isSolved ? Array.from(model.getSolution().colValue, Number) : [];
        model.changeColCost(at, 0);
        if (
          status === highs.constants.modelStatus.unbounded ||
          status === highs.constants.modelStatus.unboundedOrInfeasible
        )
          return sign === 1 ? 0 : UNBOUNDED;
        if (!isSolved)
          throw new Error(`the solver ended with status ${status} for cell ${system.cells[hidden[at]!]!.id}`);
        // A whole solution of the relaxation is one of the whole problem.
        if (model === whole || found.every((value) => Math.abs(value - Math.round(value)) < INTEGRAL))
          return Math.round(found[at]!) + 0;
      }
      throw new Error("no end of an interval was found");
    };
    return new Map(
      wanted.map((cell) => [cell, [ends(column.get(cell)!, 1), ends(column.get(cell)!, -1)] as const]),
    );
  } finally {
    relaxed.dispose();
    whole.dispose();
  }
}

/** Why a hidden cell is not safe; null where it is. */
export function weaknessOf(
  { width }: System,
  { value }: SystemCell,
  plain: Interval,
  informed: Interval,
): string | null {
  const needed = width ?? requiredWidth(value);
  if (plain[0] === plain[1]) return `it is exactly ${plain[0]}`;
  if (informed[1] - informed[0] < 1) return `who knows the rule finds exactly ${informed[0]}`;
  if (plain[1] - plain[0] < needed)
    return `its interval has a width of ${plain[1] - plain[0]}, less than ${needed}`;
  return null;
}

export const isUnbounded = (high: number): boolean => high >= UNBOUNDED / 2;
