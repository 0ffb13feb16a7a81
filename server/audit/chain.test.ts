// The chain against published vectors, and what is found of entries that were changed, removed or exchanged.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  ChainReader,
  GENESIS,
  hashOfEntry,
  type AuditEntry,
  type CanonicalValue,
} from "./chain.ts";

interface Vectors {
  readonly genesis: string;
  readonly head: string;
  readonly chain: readonly {
    readonly event: Readonly<Record<string, CanonicalValue>>;
    readonly canonical: string;
    readonly prev: string;
    readonly hash: string;
  }[];
}
const { audit_chain: vectors } = JSON.parse(
  readFileSync(new URL("../../../shared/golden/security_vectors.json", import.meta.url), "utf8"),
) as { readonly audit_chain: Vectors };

const entries: readonly AuditEntry[] = vectors.chain.map(({ event, canonical, hash }) => ({
  seq: event["seq"] as number,
  event: canonical,
  hash,
}));
const faultsOf = (chain: readonly AuditEntry[]): string[] => {
  const reader = new ChainReader();
  return chain.flatMap((entry) => reader.follow(entry) ?? []);
};

describe("the chain of the audit log", () => {
  it("starts, writes and hashes as the vectors do", () => {
    expect(GENESIS).toBe(vectors.genesis);
    for (const { event, canonical, prev, hash } of vectors.chain) {
      expect(canonicalJson(event)).toBe(canonical);
      expect(hashOfEntry(prev, canonical)).toBe(hash);
    }
  });

  it("sorts keys by code unit and refuses what other languages would write otherwise", () => {
    expect(canonicalJson({ b: [1, "é\n"], a: null, B: { "": true } })).toBe(
      '{"B":{"":true},"a":null,"b":[1,"é\\n"]}',
    );
    expect(() => canonicalJson({ share: 0.1 })).toThrow("0.1 is not a whole number");
  });

  it("is followed to its head without a fault", () => {
    const reader = new ChainReader();
    for (const entry of entries) expect(reader.follow(entry)).toBeNull();
    expect(reader.head).toEqual({ seq: 3, hash: vectors.head });
  });

  const [first, second, third] = entries as [AuditEntry, AuditEntry, AuditEntry];
  const changed = { ...second, event: second.event.replace("approved", "rejected") };
  it.each([
    ["changed", [first, changed, third], ["entry 2 is not what its hash names"]],
    [
      "changed with a hash of its own",
      [first, { ...changed, hash: hashOfEntry(first.hash, changed.event) }, third],
      ["entry 3 is not what its hash names"],
    ],
    ["removed", [first, third], ["entry 2 is missing"]],
    [
      "exchanged",
      [first, { ...third, seq: 2 }, { ...second, seq: 3 }],
      ["entry 2 is not what its hash names", "entry 3 is not what its hash names"],
    ],
    ["removed at the start", [third], ["entries 1 to 2 are missing"]],
  ])("names the entry that was %s", (_, chain, faults) => {
    expect(faultsOf(chain)).toEqual(faults);
  });
});
