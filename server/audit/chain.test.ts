import { describe, expect, it } from "vitest";
import { canonicalJson, ChainReader, GENESIS, hashOfEntry, type AuditEntry } from "./chain.ts";

/** A chain of some events. */
function chainOf(events: readonly string[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const event of events)
    entries.push({
      seq: entries.length + 1,
      event,
      hash: hashOfEntry(entries.at(-1)?.hash ?? GENESIS, event),
    });
  return entries;
}

const follow = (entries: readonly AuditEntry[]): (string | null)[] => {
  const chain = new ChainReader();
  return entries.map((entry) => chain.follow(entry));
};

describe("canonical JSON", () => {
  it("sorts keys at every depth and has no spaces", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    );
  });
  it("refuses what has no one spelling", () => {
    expect(() => canonicalJson({ a: 0.1 })).toThrow("0.1 is not a whole number");
  });
});

describe("the chain", () => {
  const entries = chainOf(['{"a":1}', '{"a":2}', '{"a":3}', '{"a":4}']);

  it("holds as it was written", () => {
    expect(follow(entries)).toEqual([null, null, null, null]);
  });
  it("finds an entry that was changed, by its number, and no other", () => {
    const changed = entries.map((entry) => (entry.seq === 2 ? { ...entry, event: '{"a":9}' } : entry));
    expect(follow(changed)).toEqual([null, "entry 2 is not what its hash names", null, null]);
  });
  it("finds an entry that was changed together with its own hash, at the one after it", () => {
    const event = '{"a":9}';
    const hash = hashOfEntry(entries[0]!.hash, event);
    const changed = entries.map((entry) => (entry.seq === 2 ? { ...entry, event, hash } : entry));
    expect(follow(changed)).toEqual([null, null, "entry 3 is not what its hash names", null]);
  });
  it("finds entries that were taken out or put in another place", () => {
    expect(follow(entries.filter(({ seq }) => seq !== 2))).toEqual([null, "entry 2 is missing", null]);
    expect(follow(entries.filter(({ seq }) => seq !== 2 && seq !== 3))[1]).toBe("entries 2 to 3 are missing");
    expect(follow([entries[0]!, entries[2]!, entries[1]!, entries[3]!]).filter(Boolean)).not.toEqual([]);
  });
});
