// Servers loaded one after the other in rounds, so that both sides meet the same machine.

import { processCpuSeconds } from "./cpu.ts";
import { load, type Encoding, type LoadResult } from "./load.ts";
import type { Figure } from "./row.ts";
import { median, quantile } from "./statistics.ts";

export interface Times {
  readonly rounds: number;
  readonly seconds: number;
}

/** Something that answers, and what it is asked. */
export interface Candidate {
  readonly label: string;
  readonly port: number;
  readonly paths: readonly string[];
  /** Of the server where it is one process. */
  readonly pid?: number;
}

interface Loads {
  readonly results: readonly LoadResult[];
  readonly cpuSeconds: number;
}

/** Loads all candidates in turn, after a first round that does not count. */
export async function inTurn(
  candidates: readonly Candidate[],
  shared: { readonly connections: number; readonly encoding: Encoding },
  { rounds, seconds }: Times,
): Promise<Figure[]> {
  const seen = candidates.map(() => ({ results: [] as LoadResult[], cpuSeconds: 0 }));
  for (let round = -1; round < rounds; round++)
    for (const [at, { port, paths, pid }] of candidates.entries()) {
      const before = pid === undefined ? Number.NaN : processCpuSeconds(pid);
      const result = await load({ port, paths, ...shared, seconds: round < 0 ? 0.1 : seconds });
      if (round < 0) continue;
      seen[at]!.results.push(result);
      seen[at]!.cpuSeconds += pid === undefined ? Number.NaN : processCpuSeconds(pid) - before;
    }
  return candidates.map(({ label }, at) => figureOf(label, seen[at]!));
}

function figureOf(label: string, { results, cpuSeconds }: Loads): Figure {
  const latencies = results.flatMap(({ latenciesMs }) => latenciesMs);
  return {
    label,
    value: median(results.map(({ requests, seconds }) => requests / seconds)),
    details: {
      "p50 ms": median(latencies),
      "p99 ms": quantile(latencies, 0.99),
      "MB/s": median(results.map(({ bytes, seconds }) => bytes / seconds / 1e6)),
      ...(Number.isNaN(cpuSeconds) ? {} : { "CPU µs per request": (cpuSeconds * 1e6) / latencies.length }),
    },
  };
}
