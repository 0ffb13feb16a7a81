import { describe, expect, it } from "vitest";
import { isSameOrigin } from "#server/http/same_origin";
import { payRate, REPORT_RATES, senderOf } from "./rate_limit.ts";
import { readForm } from "./received.ts";
import { answeredShare } from "./answered_share.ts";

const GOOD = { about: "figure:mpi@2022", words: " 不对\r\n是 12 户 ", contact: "", website: "" };

describe("the form of a report", () => {
  it("is read as text without control characters, with one kind of line break", () => {
    expect(readForm({ ...GOOD, words: "a\u0000b\r\nc" })).toEqual({
      form: { about: { kind: "figure", indicator: "mpi", period: "2022" }, words: "ab\nc", contact: null },
      faults: [],
    });
    expect(readForm(GOOD).form?.words).toBe("不对\n是 12 户");
  });

  it("names every field that breaks a rule, and what it holds", () => {
    expect(
      readForm({ about: "figure:x", words: "", contact: "x".repeat(201), website: "http://spam" }).faults,
    ).toEqual([
      { field: "about", rule: "unknown", value: "figure:x" },
      { field: "words", rule: "missing", value: "" },
      { field: "contact", rule: "long", value: "x".repeat(60) },
      { field: "website", rule: "filled", value: "http://spam" },
    ]);
    expect(readForm({}).faults.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      "about missing",
      "words missing",
    ]);
    expect(readForm({ ...GOOD, words: "𠮷".repeat(2000) }).faults).toEqual([]);
    expect(readForm({ ...GOOD, words: "𠮷".repeat(2001) }).faults).toMatchObject([{ rule: "long" }]);
  });
});

describe("the rate of reports", () => {
  /** Pays for a sender where the buckets of these names are empty; the names that were counted. */
  async function pay(isProven: boolean, empty: readonly string[] = []): Promise<string[]> {
    const counted: string[] = [];
    await payRate("a", isProven, async (name) => {
      counted.push(name);
      return Promise.resolve(empty.includes(name) ? 899.2 : 0);
    });
    return counted;
  }

  it("is by address, and without work for all together too", async () => {
    expect(await pay(true)).toEqual(["proven a"]);
    expect(await pay(false)).toEqual(["unproven a", "all"]);
    expect(REPORT_RATES.unproven.burst).toBeLessThan(REPORT_RATES.proven.burst);
    expect(await pay(true, ["unproven a", "all"])).toEqual(["proven a"]);
  });

  it("says when to come back", async () => {
    for (const name of ["unproven a", "all"])
      await expect(pay(false, [name])).rejects.toMatchObject({ status: 429, retryAfterSeconds: 900 });
  });

  it("counts the addresses of one household as one", () => {
    expect(senderOf("2001:db8:0:1::5")).toBe(senderOf("2001:db8::1:9:8:7:6"));
    expect(senderOf("2001:db8:0:1::5")).not.toBe(senderOf("2001:db8:0:2::5"));
    expect(senderOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(senderOf("::1")).toBe("0:0:0:0::/64");
  });
});

it("takes forms from pages of this site, and from tools that are no browsers", () => {
  const from = (headers: Record<string, string>, origin: string | null = null) =>
    isSameOrigin({ headers: { host: "example.org", ...headers } }, origin);
  expect(from({ "sec-fetch-site": "same-origin", origin: "null" })).toBe(true);
  expect(from({ "sec-fetch-site": "cross-site", origin: "https://example.org" })).toBe(false);
  expect(from({ "sec-fetch-site": "same-site" })).toBe(false);
  expect(from({ origin: "http://example.org" })).toBe(true);
  expect(from({ origin: "https://evil.org" })).toBe(false);
  expect(from({ origin: "null" })).toBe(false);
  expect(from({ origin: "https://public.org" }, "https://public.org")).toBe(true);
  expect(from({})).toBe(true);
});

it("gives the answered share with its interval", () => {
  expect(answeredShare(0, 0)).toEqual({ answered: 0, due: 0, low: null, high: null });
  const { low, high } = answeredShare(8, 10);
  // Wilson 1927, as in Newcombe 1998.
  expect(low).toBeCloseTo(0.4902, 4);
  expect(high).toBeCloseTo(0.9433, 4);
});
