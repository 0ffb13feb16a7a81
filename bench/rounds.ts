// Measures candidates in turn, A B, B A, so that a slow moment of the machine falls on all of them, and none always follows another.

import { cpuSeconds } from "./cpu.ts";
import { median, quantile } from "./statistics.ts";

/** One candidate: does its work once through, calling `timed` around every item. */
export interface Candidate {
  /** Processes whose CPU time belongs to it, beside this one. */
  readonly pids?: readonly number[];
  /** Runs the whole list once. */
  round(timed: <T>(item: () => T) => T): unknown;
}

export interface Measured {
  readonly rounds: number;
  readonly items: number;
  /** Medians over the rounds. */
  readonly itemsPerCpuSecond: number;
  readonly secondsPerRound: number;
  /** Over all items of all rounds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface RoundsOptions {
  /** Most rounds; one more comes before, uncounted. */
  readonly rounds: number;
  /** No new round begins after this many seconds, but two are always made. */
  readonly seconds: number;
}

/** Runs all candidates in turn and gives what each took, in their order. */
export async function alternate(
  candidates: readonly Candidate[],
  { rounds, seconds }: RoundsOptions,
): Promise<Measured[]> {
  const seen = candidates.map(() => ({
    latencies: [] as number[],
    rates: [] as number[],
    walls: [] as number[],
  }));
  const start = performance.now();
  for (let round = -1; round < rounds; round++) {
    if (round >= 2 && performance.now() - start > seconds * 1e3) break;
    const order = [...candidates.entries()];
    for (const [at, candidate] of round % 2 === 0 ? order : order.toReversed()) {
      const latencies: number[] = [];
      const timed = <T>(item: () => T): T => {
        const from = performance.now();
        const done = (): void => void latencies.push(performance.now() - from);
        const result = item();
        if (result instanceof Promise) return result.finally(done) as T;
        done();
        return result;
      };
      const [wall, cpu] = [performance.now(), cpuSeconds(candidate.pids)];
      await candidate.round(timed);
      const spent = cpuSeconds(candidate.pids) - cpu;
      if (round < 0) continue;
      const { latencies: all, rates, walls } = seen[at]!;
      for (const latency of latencies) all.push(latency);
      rates.push(latencies.length / spent);
      walls.push((performance.now() - wall) / 1e3);
    }
  }
  return seen.map(({ latencies, rates, walls }) => ({
    rounds: rates.length,
    items: latencies.length / rates.length,
    itemsPerCpuSecond: median(rates),
    secondsPerRound: median(walls),
    p50Ms: median(latencies),
    p99Ms: quantile(latencies, 0.99),
  }));
}
