import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { clientGone } from "./client_gone.ts";
import { withinLimit } from "./time_limit.ts";

const response = (writableFinished = false): ServerResponse =>
  Object.assign(new EventEmitter(), { writableFinished }) as unknown as ServerResponse;

describe("the time that an answer may take", () => {
  it("ends it with a 503 and gives up what it waits for", async () => {
    const res = response();
    const gone = clientGone(res);
    const work = sleep(60_000, "late", { signal: gone });
    await expect(withinLimit(res, 20, work)).rejects.toMatchObject({
      status: 503,
      detail: "the answer took longer than 0.02 s",
      retryAfterSeconds: 5,
    });
    expect(gone.aborted).toBe(true);
    await expect(work).rejects.toThrow(/abort/);
  });

  it("leaves alone what is in time, and what fails by itself", async () => {
    const res = response();
    expect(await withinLimit(res, 5_000, Promise.resolve("answer"))).toBe("answer");
    await expect(withinLimit(res, 5_000, Promise.reject(new Error("slip")))).rejects.toThrow("slip");
    expect(clientGone(res).aborted).toBe(false);
  });

  it("is no other signal than that of a client that leaves", () => {
    const [left, served] = [response(), response(true)];
    const signals = [clientGone(left), clientGone(served)];
    left.emit("close");
    served.emit("close");
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});
