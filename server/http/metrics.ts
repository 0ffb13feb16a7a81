// Figures for Prometheus: requests, caches, computations, the process.

import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestHandler } from "express";
import type { CacheStatistics } from "#server/cache";

/** What is measured when somebody asks. */
export interface MetricSources {
  caches(): Readonly<Record<string, CacheStatistics>>;
  computations(): { readonly running: number; readonly waiting: number };
  droppedLogLines(): number;
}

/** Upper bounds of the durations, in seconds. */
const SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 30];

export class Metrics {
  readonly #registry = new Registry();
  readonly #seconds: Histogram<"route" | "status">;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#seconds = new Histogram({
      name: "village_lens_request_seconds",
      help: "Seconds that requests took, but for tiles served from memory, by path of the contract and status",
      labelNames: ["route", "status"],
      buckets: SECONDS,
      registers,
    });
    const gauge = (name: string, help: string, set: (own: Gauge<"cache">) => void): Gauge<"cache"> =>
      new Gauge({
        name: `village_lens_${name}`,
        help,
        labelNames: ["cache"],
        registers,
        collect() {
          set(this);
        },
      });
    for (const field of ["entries", "bytes", "hits", "misses"] as const)
      gauge(`cache_${field}`, `${field} of each cache`, (own) => {
        for (const [cache, statistics] of Object.entries(sources.caches()))
          own.set({ cache }, statistics[field]);
      });
    gauge("computations_running", "answers that are being computed", (own) =>
      own.set(sources.computations().running),
    );
    gauge("computations_waiting", "answers that wait to be computed", (own) =>
      own.set(sources.computations().waiting),
    );
    gauge("log_lines_dropped", "log lines that were dropped since the start", (own) =>
      own.set(sources.droppedLogLines()),
    );
  }

  /** Measures every request; its route is a path of `ROUTES` or `other`, never what somebody made up. */
  readonly measure: RequestHandler = (req, res, next) => {
    const end = this.#seconds.startTimer();
    res.once("close", () => {
      const route: unknown = req.route?.path;
      end({ route: typeof route === "string" ? route : "other", status: String(res.statusCode) });
    });
    next();
  };

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
