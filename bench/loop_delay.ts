// How long a server's event loop stands still while it answers one question, as its own figures for Prometheus say.

import type { Catalog } from "#domain/contract/catalog";
import { questionsOf, type Facts } from "./heavy_questions.ts";

/** Longest delay since the last call, in milliseconds; every reading begins anew. */
async function longestDelay(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (.*)$/m.exec(text)![1]) * 1e3;
}

const json = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T;

/** What the questions are made of. */
async function factsOf(url: string): Promise<Facts> {
  const catalog = await json<Catalog>(`${url}/api/catalog`);
  type Coded = { readonly code: string };
  const areas = (level: string) => json<{ areas: Coded[] }>(`${url}/api/areas?level=${level}&limit=1000`);
  const { facilities } = await json<{ facilities: Coded[] }>(`${url}/api/facilities?limit=1`);
  return {
    catalog,
    top: (await areas(catalog.levels[0]!.id)).areas[0]!.code,
    planned: (await areas(catalog.levels.at(-4)!.id)).areas[0]!.code,
    villages: (await areas(catalog.levels.at(-1)!.id)).areas.map(({ code }) => code),
    county: (await areas(catalog.levels.at(-3)!.id)).areas[0]!.code,
    facility: facilities[0]?.code ?? "",
  };
}

const posted = (body: unknown): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

export interface LoopDelay {
  readonly id: string;
  /** The shortest of the rounds' longest delays: what others on the machine add is in the longer ones. */
  readonly ms: number;
  readonly status: number;
  /** Why there was no answer; null where there was. */
  readonly refused: string | null;
  /** Milliseconds until the whole answer was there, in the same round. */
  readonly answerMs: number;
}

/** The longest delay while each question is answered, worst first; rounds are numbered from `first`. */
export async function loopDelays(url: string, rounds: number, first = 0): Promise<LoopDelay[]> {
  const facts = await factsOf(url);
  const least = new Map<string, LoopDelay>();
  for (let turn = first; turn < first + rounds; turn++)
    for (const { id, path, body } of questionsOf(facts, turn)) {
      await longestDelay(url);
      const start = performance.now();
      const answer = await fetch(url + path, body === undefined ? {} : posted(body));
      const answered = Buffer.from(await answer.arrayBuffer());
      const answerMs = performance.now() - start;
      const ms = await longestDelay(url);
      const before = least.get(id);
      if (!before || ms < before.ms)
        least.set(id, {
          id,
          ms,
          status: answer.status,
          refused: answer.ok ? null : answered.toString().slice(0, 300),
          answerMs,
        });
    }
  return [...least.values()].sort((a, b) => b.ms - a.ms);
}
