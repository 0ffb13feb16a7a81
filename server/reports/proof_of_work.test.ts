import { createHash, randomBytes } from "node:crypto";
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

const KEY = randomBytes(32);

it("knows work from what was not done, is for another challenge, or of another key", () => {
  const work = new ProofOfWork(KEY);
  const challenge = work.challenge();
  const proof = solve(challenge);
  expect(work.challengeOf(`${challenge}.0000x`)).toBeNull();
  expect(work.challengeOf(proof)).toBe(challenge);
  // What else is found to it is for the same challenge, which is good for one report.
  expect(work.challengeOf(solve(challenge, Number(proof.split(".")[1]) + 1))).toBe(challenge);
  expect(new ProofOfWork(KEY).challengeOf(proof)).toBe(challenge);
  expect(new ProofOfWork(randomBytes(32)).challengeOf(proof)).toBeNull();
  for (const wrong of ["", ".", "a.b", `${"A".repeat(32)}.0001`, "x".repeat(10_000)])
    expect(work.challengeOf(wrong)).toBeNull();
});

it("takes work for some hours only", () => {
  let now = Date.now();
  const work = new ProofOfWork(KEY, () => now);
  const [early, late] = [work.challenge(), work.challenge()];
  const [earlyProof, lateProof] = [solve(early), solve(late)];
  now += 5 * 3_600_000;
  expect(work.challengeOf(earlyProof)).toBe(early);
  now += 2 * 3_600_000;
  expect(work.challengeOf(lateProof)).toBeNull();
});

it("is done by the script of the form", async () => {
  const script = readFileSync(new URL("../portal/assets/report.js", import.meta.url), "utf8");
  const work = new ProofOfWork(KEY);
  const proof = { value: "" };
  const form = { dataset: { work: "/work" }, elements: { proof }, addEventListener: () => undefined };
  runInNewContext(script, {
    document: {
      querySelectorAll: (selector: string) => (selector.startsWith("form") ? [form] : []),
      querySelector: () => null,
    },
    fetch: () =>
      Promise.resolve({ json: () => Promise.resolve({ challenge: work.challenge(), bits: WORK_BITS }) }),
    performance,
    setTimeout,
    navigator: {},
  });
  await expect.poll(() => proof.value, { timeout: 30_000 }).not.toBe("");
  expect(work.challengeOf(proof.value)).not.toBeNull();
});
