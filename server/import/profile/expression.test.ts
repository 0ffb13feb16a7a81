// Expressions compute what is written, and nothing else.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, ExpressionFault, type Operand } from "./expression.ts";

const COLUMNS = ["a", "b", "name", "Total population"];
const run = (text: string, row: readonly Operand[] = [7, 2, "石桥", 1000]): Operand =>
  compile<readonly Operand[]>(text, COLUMNS, (cells, column) => cells[column]!)(row);

describe("compile", () => {
  it("computes with columns", () => {
    expect(run("round(a / b)")).toBe(4);
    expect(run("-a + b * 3 % 4")).toBe(-5);
    expect(run("a > b ? max(a, b, 9) : floor(0.5)")).toBe(9);
    expect(run('col("Total population") / 4')).toBe(250);
    expect(run('name == "石桥" && !(a <= b)')).toBe(true);
    expect(run("abs(0 - 2.5) + ceil(0.2) + min(1, 2)")).toBe(4.5);
    expect(run("round(0 - 2.5)")).toBe(-3);
  });

  it("puts texts together, and makes a code of names", () => {
    expect(run('concat(name, "-", a)')).toBe("石桥-7");
    expect(run("first(name, 1)")).toBe("石");
    expect(run("code(name, a)")).toBe("石桥-7");
    expect(run("code(name, b)", [7, " Upper  Ford/东 ", "Ａ县", 0])).toBe("A县-Upper_Ford_东");
    expect(run("code(name)", [7, 2, { missing: "not-surveyed" }, 0])).toEqual({ missing: "not-surveyed" });
  });

  it("compares text that is a number as a number", () => {
    expect(run("a != 7", ["7.0", 1, "", 0])).toBe(false);
  });

  it("is missing where an operand is, and where it divides by zero", () => {
    expect(run("a + b", [{ missing: "suppressed" }, 1, "", 0])).toEqual({ missing: "suppressed" });
    expect(run("a > 0 ? a : b", [{ missing: "not-surveyed" }, 1, "", 0])).toEqual({
      missing: "not-surveyed",
    });
    expect(run("round(a / (b - 2))")).toEqual({ missing: "not-applicable" });
  });

  it("names the place of an unknown name, and the known ones", () => {
    expect(() => run("a + c")).toThrow(
      'unknown column "c" at character 5 of "a + c": known are a, b, name, Total population',
    );
    expect(() => run("sqrt(a)")).toThrow('unknown function "sqrt" at character 1');
    expect(() => run("a ** b")).toThrow(ExpressionFault);
    expect(() => run("round(a, b)")).toThrow("round takes 1 value, not 2");
  });

  it("runs nothing but the whitelist", () => {
    for (const text of [
      'a.constructor.constructor("return process")()',
      "constructor",
      "__proto__",
      "toString()",
      'hasOwnProperty("a")',
      "this",
      "[a][0]",
      "a; b",
      "a = 1",
      "(a, b)",
      "`${a}`",
      "",
    ])
      expect(() => run(text), text).toThrow(ExpressionFault);
  });

  it("agrees with JavaScript on any arithmetic", () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.integer({ min: 0, max: 99 }).map(String),
        fc.constantFrom("a", "b"),
        fc
          .tuple(tie("node"), fc.constantFrom("+", "-", "*"), tie("node"))
          .map(([l, o, r]) => `(${l} ${o} ${r})`),
      ),
    })).node;
    fc.assert(
      fc.property(
        tree,
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: -99, max: 99 }),
        (text, a, b) => {
          const expected = Number(new Function("a", "b", `return ${text}`)(a, b));
          expect(Number(run(text, [a, b, "", 0]))).toBe(expected);
        },
      ),
    );
  });
});

describe("a hostile expression", () => {
  it.each([
    ["200,000 operands", `max(${Array.from({ length: 200_000 }, () => "a").join()})`],
    ["100,000 brackets", `${"(".repeat(100_000)}a${")".repeat(100_000)}`],
  ])("of %s is refused by its length", (_, text) => {
    expect(() => run(text)).toThrow(ExpressionFault);
    expect(() => run(text)).toThrow(/^"[^"]{60}…" has \d+ characters: an expression has at most 10000$/);
  });

  it.each([
    ["brackets", `${"(".repeat(4_999)}a${")".repeat(4_999)}`],
    ["signs", `${"-".repeat(9_999)}a`],
    ["sums", Array.from({ length: 5_000 }, () => "a").join("+")],
    ["conditions", `${"a?a:".repeat(2_400)}a`],
    ["operands", `max(${Array.from({ length: 4_990 }, () => "a").join()})`],
  ])("of as many %s as fit is computed or refused", (_, text) => {
    try {
      expect(typeof run(text)).toBe("number");
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionFault);
    }
  });
});
