// Where sites go: seconds to a checked plan, and how far it is from proven, for the sizes that planners have.

import { readFileSync } from "node:fs";
import { locationAnswer } from "#analysis/allocation/answer";
import { readLocationProblem } from "#analysis/allocation/input";
import type { LocationProblem } from "#analysis/allocation/problem";
import { randomProblem, type RandomSpec } from "#analysis/allocation/random_problem";
import { runLocation } from "#analysis/allocation/solve";
import type { Benchmark, Row } from "#bench/row";

/** After which a run ends with what it has. */
const SECONDS = 60;

const MADE: readonly (RandomSpec & { readonly what: string; readonly isLong?: true })[] = [
  { what: "county, p-median", kind: "p_median", points: 150, sites: 150, p: 10, seed: 1 },
  { what: "county, MCLP", kind: "mclp", points: 150, sites: 150, p: 10, radius: 0.12, seed: 1 },
  { what: "province, p-median", kind: "p_median", points: 3_600, sites: 400, p: 20, seed: 1 },
  { what: "province, MCLP", kind: "mclp", points: 3_600, sites: 400, p: 20, radius: 0.08, seed: 1 },
  {
    what: "province, MCLP, nearly all in reach",
    kind: "mclp",
    points: 3_600,
    sites: 400,
    p: 20,
    radius: 0.12,
    seed: 1,
    isLong: true,
  },
  { what: "customers, MCLP", kind: "mclp", points: 100_000, sites: 100, p: 10, radius: 0.15, seed: 1 },
  {
    what: "customers, MCLP, nearly all in reach",
    kind: "mclp",
    points: 100_000,
    sites: 100,
    p: 10,
    radius: 0.2,
    seed: 1,
  },
];

/** The instance pmed1 of the OR-Library where it lies beside the checkout; null elsewhere. */
function pmed1(): LocationProblem | null {
  let text: string;
  try {
    text = readFileSync(new URL("../../../shared/golden/third_party/pmed1.txt", import.meta.url), "utf8");
  } catch {
    return null;
  }
  const [[nodes = 0, , p = 0] = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const edges = lines.map(([from = 0, to = 0, cost = 0]) => [from - 1, to - 1, cost]);
  return readLocationProblem({ problem: "p_median", nodes, edges, p });
}

async function measure(what: string, problem: LocationProblem): Promise<Row> {
  const start = performance.now();
  const outcome = await runLocation(problem, { seconds: SECONDS });
  const solved = (performance.now() - start) / 1e3;
  const answer = locationAnswer(problem, outcome, solved);
  const { points, sites, p, radius } = problem;
  return {
    group: "allocation",
    what: `${what}: ${points.toLocaleString("en")} × ${sites}, p = ${p}`,
    unit: "s",
    ours: {
      label: `${answer.status}, gap ${((answer.gap ?? NaN) * 100).toFixed(2)} %`,
      value: solved,
      details: { "check s": (performance.now() - start) / 1e3 - solved, nodes: Number(answer["nodes"]) },
    },
    beside: "the status and the gap say what was proven; there is nothing to compare with",
    conditions: `${radius === null ? "" : `radius ${radius} of 1,000, `}even square, demand 1–100, in a thread of its own with the start of it, at most ${SECONDS} s`,
  };
}

export const allocationBenchmark: Benchmark = {
  name: "allocation",
  async run({ isQuick, onProgress }) {
    const rows: Row[] = [];
    const library = pmed1();
    if (library) rows.push(await measure("pmed1 of the OR-Library", library));
    for (const { what, isLong, ...spec } of MADE) {
      if (isQuick && isLong) continue;
      onProgress({ what: `allocation: ${what}`, done: rows.length, total: MADE.length });
      rows.push(await measure(what, randomProblem(spec)));
    }
    return rows;
  },
};
