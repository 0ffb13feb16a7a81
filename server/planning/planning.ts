// Planning as the server offers it: grounds that are kept, runs, and what is stored.

import type { Knex } from "knex";
import type { PlanQuestion } from "#domain/planning";
import type { Logger } from "#server/log";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import type { Ground, GroundKey } from "./ground.ts";
import { lastPeriod, readGround } from "./read_ground.ts";
import { Runs } from "./runs.ts";
import type { TravelThread } from "./travel.ts";

/** Grounds that are kept, each with a thread. */
const KEPT = 3;

type Kept = Promise<{ readonly ground: Ground; readonly thread: TravelThread }>;

type Asked = Pick<PlanQuestion, "area" | "kind" | "travel"> & { readonly period?: string | undefined };

export class Planning {
  readonly db: Knex;
  readonly runs: Runs;
  readonly #kept = new Map<string, Kept>();

  constructor(db: Knex, log: Logger) {
    this.db = db;
    this.runs = new Runs(db, log);
  }

  /** What a question stands on; read and timed once. */
  async ground(store: Store, release: Release, { area, kind, travel, period }: Asked): Promise<Ground> {
    const key: GroundKey = {
      area,
      kind,
      travel,
      period: period === undefined ? lastPeriod(release, kind) : release.period(period),
    };
    const name = JSON.stringify([release.address, key]);
    const kept = this.#kept.get(name) ?? readGround(store, release, key);
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    for (const [oldest, value] of this.#kept) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
      void value.then(({ thread }) => thread.close()).catch(() => undefined);
    }
    try {
      return (await kept).ground;
    } catch (error) {
      this.#kept.delete(name);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.runs.close();
    const all = await Promise.allSettled(this.#kept.values());
    this.#kept.clear();
    for (const kept of all) if (kept.status === "fulfilled") await kept.value.thread.close();
  }
}
