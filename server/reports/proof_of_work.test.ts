import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { ProofOfWork, WORK_BITS } from "./proof_of_work.ts";

/** What a device finds to a challenge. */
function solve(challenge: string, from = 0): string {
  for (let counter = from; ; counter++) {
    const proof = `${challenge}.${String(counter).padStart(4, "0")}`;
    if (createHash("sha256").update(proof).digest().readUInt32BE(0) < 2 ** (32 - WORK_BITS)) return proof;
  }
}

it("takes work once, and none that was not done or is for another challenge", () => {
  const work = new ProofOfWork();
  const challenge = work.challenge();
  const proof = solve(challenge);
  expect(work.isDone(`${challenge}.0000x`)).toBe(false);
  expect(work.isDone(proof)).toBe(true);
  expect(work.isDone(proof)).toBe(false);
  expect(work.isDone(solve(challenge, Number(proof.split(".")[1]) + 1))).toBe(false);
  expect(new ProofOfWork().isDone(solve(work.challenge()))).toBe(false);
  for (const wrong of ["", ".", "a.b", `${"A".repeat(32)}.0001`, "x".repeat(10_000)])
    expect(work.isDone(wrong)).toBe(false);
});

it("takes work for some hours only", () => {
  let now = Date.now();
  const work = new ProofOfWork(() => now);
  const [early, late] = [solve(work.challenge()), solve(work.challenge())];
  now += 5 * 3_600_000;
  expect(work.isDone(early)).toBe(true);
  now += 2 * 3_600_000;
  expect(work.isDone(late)).toBe(false);
});

it("is done by the script of the form", async () => {
  const script = readFileSync(new URL("../portal/assets/report.js", import.meta.url), "utf8");
  const work = new ProofOfWork();
  const proof = { value: "" };
  const form = { dataset: { work: "/work" }, elements: { proof }, addEventListener: () => undefined };
  runInNewContext(script, {
    document: { querySelectorAll: (selector: string) => (selector.startsWith("form") ? [form] : []) },
    fetch: () =>
      Promise.resolve({ json: () => Promise.resolve({ challenge: work.challenge(), bits: WORK_BITS }) }),
    performance,
    setTimeout,
    navigator: {},
  });
  await expect.poll(() => proof.value, { timeout: 30_000 }).not.toBe("");
  expect(work.isDone(proof.value)).toBe(true);
});
