import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { WorkQueue } from "./work_queue.ts";

const forever = new AbortController().signal;

it("does one piece of work at a time, also after one that failed", async () => {
  const queue = new WorkQueue(5);
  let atOnce = 0;
  let most = 0;
  const work = async (n: number): Promise<number> => {
    most = Math.max(most, ++atOnce);
    await sleep(5);
    atOnce--;
    if (n === 1) throw new Error("one fails");
    return n;
  };
  const results = await Promise.allSettled([0, 1, 2].map((n) => queue.run(() => work(n), forever)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(most).toBe(1);
});

it("refuses what would wait behind too many, and skips what nobody waits for any more", async () => {
  const queue = new WorkQueue(1);
  const leaving = new AbortController();
  const done: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    await sleep(5);
    done.push(name);
  };
  const first = queue.run(work("first"), forever);
  const second = queue.run(work("second"), leaving.signal);
  await expect(queue.run(work("third"), forever)).rejects.toMatchObject({ status: 503 });
  leaving.abort();
  await first;
  await expect(second).rejects.toThrow(/aborted/);
  await queue.run(work("fourth"), forever);
  expect(done).toEqual(["first", "fourth"]);
});
