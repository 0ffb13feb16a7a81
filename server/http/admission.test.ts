import { describe, expect, it } from "vitest";
import { Admission, type AdmissionLimits } from "./admission.ts";

const LIMITS: AdmissionLimits = {
  running: 2,
  waiting: 6,
  waitingPerAddress: 4,
  waitMs: 5000,
  perSecond: 10,
  burst: 100,
};
const NEVER = new AbortController().signal;

const from = (address: string) => ({ address, isFree: false });

/** Work that ends when it is told to. */
function piece() {
  let end = (): void => undefined;
  let isBegun = false;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    work: () => {
      isBegun = true;
      return done;
    },
    end: () => end(),
    get isBegun() {
      return isBegun;
    },
  };
}

const settle = () => new Promise(setImmediate);

describe("Admission", () => {
  it("runs a few at a time and gives the turn to the address that waits, not to the one that asks most", async () => {
    const admission = new Admission(LIMITS);
    const many = Array.from({ length: 5 }, piece);
    const other = piece();
    const all = [
      ...many.map(({ work }) => admission.run(from("many"), NEVER, work)),
      admission.run(from("other"), NEVER, other.work),
    ];
    await settle();
    expect(many.map(({ isBegun }) => isBegun)).toEqual([true, true, false, false, false]);
    many[0]!.end();
    await settle();
    many[1]!.end();
    await settle();
    expect([many[2]!.isBegun, many[3]!.isBegun, other.isBegun]).toEqual([true, false, true]);
    for (const { end } of [...many, other]) end();
    await Promise.all(all);
  });

  it("refuses what would wait too long, and says when to come back", async () => {
    const admission = new Admission(LIMITS);
    const pieces = Array.from({ length: 6 }, piece);
    const all = pieces.map(({ work }) => admission.run(from("a"), NEVER, work));
    await expect(admission.run(from("a"), NEVER, async () => 1)).rejects.toMatchObject({
      status: 503,
      retryAfterSeconds: 5,
    });
    for (const { end } of pieces) end();
    await Promise.all(all);
    expect(await admission.run(from("a"), NEVER, async () => 1)).toBe(1);
  });

  it("refuses what has waited too long behind work that hangs", async () => {
    const admission = new Admission({ ...LIMITS, waitMs: 20 });
    const hanging = [piece(), piece()];
    const running = hanging.map(({ work }) => admission.run(from("a"), NEVER, work));
    await expect(admission.run(from("b"), NEVER, async () => 1)).rejects.toMatchObject({ status: 503 });
    for (const { end } of hanging) end();
    await Promise.all(running);
    expect(admission.statistics()).toEqual({ running: 0, waiting: 0 });
  });

  it("skips the work of a request that was closed while it waited, and frees its place", async () => {
    const admission = new Admission(LIMITS);
    const [first, second] = [piece(), piece()];
    const running = [first, second].map(({ work }) => admission.run(from("a"), NEVER, work));
    const leaving = new AbortController();
    const closed = piece();
    const waiting = admission.run(from("a"), leaving.signal, closed.work);
    leaving.abort();
    await expect(waiting).rejects.toThrow("aborted");
    first.end();
    second.end();
    await Promise.all(running);
    expect(closed.isBegun).toBe(false);
    expect(await admission.run(from("a"), NEVER, async () => 2)).toBe(2);
  });

  it("gives an address its burst and then so much a second, with 429 and the seconds to wait between", async () => {
    let now = 0;
    const admission = new Admission({ ...LIMITS, perSecond: 0.5, burst: 3 }, () => now);
    const ask = () => admission.run(from("a"), NEVER, async () => "made");
    expect(await Promise.all([ask(), ask(), ask()])).toHaveLength(3);
    await expect(ask()).rejects.toMatchObject({ status: 429, retryAfterSeconds: 2 });
    expect(await admission.run(from("b"), NEVER, async () => "made")).toBe("made");
    expect(await admission.run({ address: "a", isFree: true }, NEVER, async () => "made")).toBe("made");
    now = 2000;
    expect(await ask()).toBe("made");
    await expect(ask()).rejects.toMatchObject({ status: 429 });
  });
});
