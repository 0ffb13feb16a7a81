import { QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { areasContract } from "#domain/contract/areas";
import { classesContract } from "#domain/contract/values";
import { answerOptions, fetchAnswer, prefetchAnswer } from "./answers.ts";
import { queryClient } from "./query_client.ts";
import { retryNow } from "./retry_policy.ts";

/** Addresses that were fetched, in order. */
let fetched: string[] = [];
/** A release as a catalogue names it. */
const STAMPED = "1-0123456789abcdef";

let respond: (address: string) => Response = () => Response.json({});

beforeEach(() => {
  fetched = [];
  vi.useFakeTimers();
  vi.stubEnv("DEV", false);
  vi.stubGlobal("fetch", (address: string) => {
    fetched.push(address);
    return Promise.resolve().then(() => respond(address));
  });
});
afterEach(() => {
  queryClient.clear();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const away = (): never => {
  throw new TypeError("no way to the server");
};

it("asks equal questions once, and an answer of a release named with its stamp only once at all", async () => {
  respond = () => Response.json({ total: 3 });
  const both = Promise.all([
    fetchAnswer(areasContract, { query: { release: STAMPED, level: "county", parent: null } }),
    fetchAnswer(areasContract, { query: { level: "county", release: STAMPED, parent: undefined } }),
  ]);
  await vi.advanceTimersByTimeAsync(10);
  expect(await both).toEqual([{ total: 3 }, { total: 3 }]);
  await fetchAnswer(areasContract, { query: { release: STAMPED, level: "county" } });
  expect(fetched).toEqual([`/api/areas?release=${STAMPED}&level=county`]);
});

it("keeps an answer together with the question that it answers", async () => {
  respond = () => Response.json({ total: 3 });
  const asked = { query: { release: STAMPED, q: "a" } };
  const seen = queryClient.fetchQuery(answerOptions(areasContract, asked));
  await vi.advanceTimersByTimeAsync(10);
  expect(await seen).toEqual({ contract: areasContract, question: asked, answer: { total: 3 } });
});

it("goes on asking a server that is away, the failure standing, and asks at once when it is back", async () => {
  respond = away;
  const options = answerOptions(classesContract, { query: { release: STAMPED, indicator: "mpi" } });
  const observer = new QueryObserver(queryClient, options);
  const stop = observer.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(6500);
  expect(fetched.length).toBe(4);
  expect(observer.getCurrentResult()).toMatchObject({ status: "pending", failureReason: { kind: "away" } });
  await vi.advanceTimersByTimeAsync(4000);
  expect(fetched.length).toBe(4);
  respond = () => Response.json({ period: "2022" });
  retryNow();
  await vi.advanceTimersByTimeAsync(10);
  expect(fetched.length).toBe(5);
  expect(observer.getCurrentResult().data?.answer).toEqual({ period: "2022" });
  stop();
});

it("does not ask again what the server has refused", async () => {
  respond = () =>
    Response.json(
      { detail: "unknown level", requestId: "r1", type: "", title: "", status: 400 },
      { status: 400 },
    );
  const refused = fetchAnswer(areasContract, { query: { release: STAMPED } }).catch(
    (reason: unknown) => reason,
  );
  await vi.runAllTimersAsync();
  expect(await refused).toMatchObject({ kind: "refused", message: "unknown level", requestId: "r1" });
  expect(fetched.length).toBe(1);
});

it("gives up what was fetched ahead, unless somebody has come to wait for it", async () => {
  const asked = { query: { release: STAMPED, level: "county" } };
  respond = away;
  const alone = new AbortController();
  const left = prefetchAnswer(areasContract, asked, alone.signal);
  await vi.advanceTimersByTimeAsync(10);
  alone.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  await left;
  expect(fetched.length).toBe(1);

  const watched = new AbortController();
  const joined = prefetchAnswer(areasContract, asked, watched.signal);
  const observer = new QueryObserver(queryClient, answerOptions(areasContract, asked));
  const stop = observer.subscribe(() => undefined);
  watched.abort();
  respond = () => Response.json({ total: 1 });
  await vi.advanceTimersByTimeAsync(1000);
  await joined;
  expect(observer.getCurrentResult().data?.answer).toEqual({ total: 1 });
  stop();
});

it("keeps at most sixty answers that nobody looks at", async () => {
  respond = () => Response.json({});
  for (let i = 0; i < 70; i++) {
    vi.advanceTimersByTime(1);
    const next = fetchAnswer(areasContract, { query: { release: STAMPED, q: String(i) } });
    await vi.advanceTimersByTimeAsync(1);
    await next;
  }
  const kept = queryClient.getQueryCache().getAll();
  expect(kept.length).toBeLessThanOrEqual(61);
  expect(kept.some(({ queryHash }) => queryHash.includes('"q":"0"'))).toBe(false);
  expect(kept.some(({ queryHash }) => queryHash.includes('"q":"69"'))).toBe(true);
});
