// The published and worked cases of disclosure control, and trees against integer programming.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Answer } from "#analysis/problem";
import { auditProblem, suppressionProblem } from "./problems.ts";
import { treeIntervals, makeTree, NO_BOUND } from "./tree.ts";
import { intervalsOf, type System } from "./system.ts";

type Range = [number, number];

const golden = JSON.parse(readFileSync("../shared/golden/sdc.json", "utf8")) as {
  two_way_trap: {
    values: Record<string, Record<string, number>>;
    totals: Record<string, number>;
    suppressed: string[];
    intervals_before: Record<string, Range>;
    intervals_after: Record<string, Range>;
    "every_single_extra_cell_that_protects_w|b": Record<string, Range>;
  };
  linked_tables: {
    regions: Record<string, number>;
    table1: Record<string, string[]>;
    table2: Record<string, string[]>;
    primary: string[];
    table1_alone: Record<string, Range>;
    table2_alone: Record<string, Range>;
    joint: Record<string, Range>;
    joint_after_suppressing_N: Record<string, Range>;
  };
  village_tree: {
    tree: Record<string, string[]>;
    values: Record<string, number>;
    primary: string[];
    naive_primary_only_intervals: Record<string, Range>;
    optimal_secondary: Record<"plain" | "informed", { extra: string[]; intervals: Record<string, Range> }>;
  };
  zero_and_one_traps: {
    cases: {
      total: number;
      cells: number[];
      suppressed: number[];
      attacker_bounds: Record<string, Range[]>;
    }[];
  };
};

const quiet = (): void => undefined;
const cellsOf = (values: Record<string, number>, primary: readonly string[] = []) =>
  Object.entries(values).map(([id, value]) => ({ id, value, primary: primary.includes(id) }));

/** A 4 × 4 table with its totals. */
function trap() {
  const { values, totals } = golden.two_way_trap;
  const cells: Record<string, number> = { ...totals };
  const [rows, columns] = [Object.keys(values), Object.keys(values["w"]!)];
  for (const row of rows) for (const column of columns) cells[`${row}|${column}`] = values[row]![column]!;
  const equations = [
    ...rows.map((row) => ({ total: `${row}|tot`, parts: columns.map((column) => `${row}|${column}`) })),
    ...columns.map((column) => ({ total: `tot|${column}`, parts: rows.map((row) => `${row}|${column}`) })),
    { total: "tot|tot", parts: rows.map((row) => `${row}|tot`) },
    { total: "tot|tot", parts: columns.map((column) => `tot|${column}`) },
  ];
  return { cells, equations };
}

interface Body {
  hidden: string[];
  intervals: Record<string, Range>;
  informed: Record<string, Range>;
  unsafe: { id: string; low: number; high: number; because: string }[];
  checked: boolean;
}
const bodyOf = ({ body }: Answer): Body => body as unknown as Body;
const audit = async (input: Record<string, unknown>): Promise<Body> =>
  bodyOf(await auditProblem.solve({ problem: "audit", threshold: 10, ...input }, quiet));

const sums = (groups: Record<string, string[]>, values: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(groups).map(([id, parts]) => [id, parts.reduce((sum, part) => sum + values[part]!, 0)]),
  );
const equationsOf = (groups: Record<string, string[]>) =>
  Object.entries(groups).map(([total, parts]) => ({ total, parts }));

test("two hidden cells in every line still give one of them away (sdcTable)", async () => {
  const { suppressed, intervals_before, intervals_after } = golden.two_way_trap;
  const { cells, equations } = trap();
  const before = await audit({ cells: cellsOf(cells), equations, hidden: suppressed, width: 5 });
  expect(before.intervals).toEqual(intervals_before);
  expect(before.unsafe).toEqual([{ id: "w|b", low: 47, high: 47, because: "it is exactly 47" }]);
  const after = await audit({ cells: cellsOf(cells), equations, hidden: [...suppressed, "x|b"], width: 5 });
  expect(after.intervals).toEqual(intervals_after);
  expect(after.unsafe).toEqual([]);
});

test("repair hides one cell more of those that protect it", async () => {
  const { suppressed, "every_single_extra_cell_that_protects_w|b": good } = golden.two_way_trap;
  const { cells, equations } = trap();
  for (const [extra, interval] of Object.entries(good)) {
    const { intervals } = await audit({ cells: cellsOf(cells), equations, hidden: [...suppressed, extra] });
    expect(intervals["w|b"], extra).toEqual(interval);
  }
  const input = { cells: cellsOf(cells, suppressed), equations, threshold: 2, width: 5 };
  const { hidden, checked } = bodyOf(await suppressionProblem.solve(input, quiet));
  expect(checked).toBe(true);
  expect(hidden).toHaveLength(suppressed.length + 1);
  expect(Object.keys(good)).toContain(hidden.at(-1));
});

test("two groupings that are safe alone give a region away together", async () => {
  const { regions, table1, table2, primary, ...expected } = golden.linked_tables;
  const groups = { ...table1, ...table2 };
  const cells = cellsOf({ ...regions, ...sums(groups, regions) });
  const ask = (tables: Record<string, string[]>, hidden: string[]) =>
    audit({ cells, equations: equationsOf(tables), hidden, threshold: 4 }).then(({ intervals }) => intervals);
  expect(await ask(table1, primary)).toEqual(expected.table1_alone);
  expect(await ask(table2, primary)).toEqual(expected.table2_alone);
  expect(await ask(groups, primary)).toEqual(expected.joint);
  expect(await ask(groups, [...primary, "N"])).toEqual(expected.joint_after_suppressing_N);
});

test("the cheapest villages protect the small ones of a tree", async () => {
  const { tree, values, primary, naive_primary_only_intervals, optimal_secondary } = golden.village_tree;
  const input = { cells: cellsOf(values, primary), equations: equationsOf(tree), threshold: 10, width: 5 };
  expect((await audit({ ...input, hidden: primary })).intervals).toEqual(naive_primary_only_intervals);
  const { hidden, intervals, informed } = bodyOf(await suppressionProblem.solve(input, quiet));
  expect(hidden).toEqual([...primary, ...optimal_secondary.plain.extra]);
  expect(intervals).toEqual(optimal_secondary.plain.intervals);
  expect(informed).toEqual(optimal_secondary.informed.intervals);
});

test("zeros and ones are found out by bounds alone", async () => {
  for (const { total, cells, suppressed, attacker_bounds } of golden.zero_and_one_traps.cases) {
    const rows = [
      { id: "total", value: total },
      ...cells.map((value, at) => ({ id: `${at}`, value, primary: suppressed.includes(at) })),
    ];
    const equations = [{ total: "total", parts: cells.map((_, at) => `${at}`) }];
    const { intervals, unsafe } = await audit({ cells: rows, equations, hidden: suppressed.map(String) });
    expect(suppressed.map((at) => intervals[at])).toEqual(attacker_bounds["plain"]);
    expect(unsafe.map(({ id }) => Number(id))).toEqual(suppressed);
    const repaired = bodyOf(await suppressionProblem.solve({ cells: rows, equations, threshold: 10 }, quiet));
    expect(repaired.checked).toBe(true);
  }
});

/** A tree of three levels from a seed, with some cells hidden. */
function randomTree(seed: number) {
  let state = seed;
  const random = (n: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
  const parent = [-1];
  for (let town = 0; town < 3; town++) parent.push(0);
  for (let village = 0; village < 9; village++) parent.push(1 + random(3));
  const value = parent.map((_, cell) => (cell < 4 ? 0 : random(3) === 0 ? 0 : random(14)));
  for (let cell = parent.length - 1; cell > 0; cell--) value[parent[cell]!]! += value[cell]!;
  return { parent, value, hidden: parent.map((_, cell) => Number(cell > 0 && random(2) === 0)) };
}

test("propagation on a tree finds the intervals that integer programming finds", async () => {
  for (let seed = 1; seed <= 25; seed++) {
    const { parent, value, hidden } = randomTree(seed);
    const isSum = parent.map((_, cell) => Number(parent.includes(cell)));
    const tree = makeTree(Int32Array.from(parent), new Uint8Array(13).fill(1), Uint8Array.from(isSum));
    const bounds = { low: new Float64Array(13), high: new Float64Array(13).fill(NO_BOUND) };
    const { low, high } = treeIntervals(tree, Float64Array.from(value), Uint8Array.from(hidden), bounds);
    const equations = parent.flatMap((_, total) => {
      const parts = parent.flatMap((over, cell) => (over === total ? [cell] : []));
      return parts.length > 0 ? [{ total, parts }] : [];
    });
    // The last equation twice makes a system that is no tree.
    const system: System = {
      cells: value.map((own, cell) => ({ id: `${cell}`, value: own, isPrimary: false, cost: 1 })),
      equations: [...equations, equations[0]!],
      threshold: 10,
      width: null,
    };
    const cells = hidden.flatMap((own, cell) => (own === 1 ? [cell] : []));
    const found = await intervalsOf(system, cells, "plain");
    for (const cell of cells) expect([low[cell], high[cell]], `${seed} ${cell}`).toEqual(found.get(cell));
  }
});

test("bad input names the place, the value and the rule", async () => {
  const bad = async (input: Record<string, unknown>): Promise<string> =>
    suppressionProblem
      .solve({ cells: [{ id: "a", value: 1 }], equations: [], threshold: 10, ...input }, quiet)
      .then(
        () => "solved",
        (error: Error) => `${error.name}: ${error.message}`,
      );
  expect(await bad({ cells: [{ id: "a", value: -1 }] })).toBe(
    "InputError: cells[0].value is -1: it is a whole number of at least 0",
  );
  expect(await bad({ equations: [{ total: "a", parts: ["b"] }] })).toBe(
    'InputError: equations[0].parts[0] is "b": it is the id of a cell',
  );
  expect(
    await bad({
      cells: [
        { id: "a", value: 1 },
        { id: "b", value: 2 },
      ],
      equations: [{ total: "a", parts: ["b"] }],
    }),
  ).toBe('InputError: equations[0].total is "a": its parts add up to 2, it is 1');
  expect(await bad({ threshold: "10" })).toBe(
    'InputError: threshold is "10": it is a whole number of at least 2',
  );
});
