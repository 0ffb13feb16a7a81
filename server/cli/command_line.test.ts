import { describe, expect, it } from "vitest";
import { parseCommand } from "./command_line.ts";

const parse = (line: string) => parseCommand(line.split(" ").filter(Boolean));

describe("the command line", () => {
  it("understands every command", () => {
    expect(parse("import p.yaml --dry-run --json")).toEqual({
      name: "import",
      profile: "p.yaml",
      isDryRun: true,
      isJson: true,
    });
    expect(parse("seed")).toEqual({ name: "seed", villages: null, years: null });
    expect(parse("seed --villages 300 --years 2")).toEqual({ name: "seed", villages: 300, years: 2 });
    expect(parse("publish --note corrected")).toEqual({ name: "publish", note: "corrected" });
    expect(parse("boundaries")).toEqual({ name: "boundaries" });
    expect(parse("draft")).toEqual({ name: "draft", boundaryVersion: null });
    expect(parse("draft --boundary 2")).toEqual({ name: "draft", boundaryVersion: 2 });
    expect(parse("withdraw 3")).toEqual({ name: "withdraw", release: 3 });
    expect(parse("releases")).toEqual({ name: "releases" });
    expect(parse("")).toEqual({ name: "help" });
    expect(parse("--help")).toEqual({ name: "help" });
  });

  it.each([
    ["imprt x", /unknown command "imprt": known are import, seed/],
    ["import", /import takes PROFILE, got none/],
    ["import a b", /import takes PROFILE, got "a" "b"/],
    ["import a --dry", /import: Unknown option '--dry'/],
    ["seed --villages many", /--villages is "many": it is a whole number from 1 to 690000/],
    ["seed --villages 690001", /from 1 to 690000/],
    ["seed --years 10", /--years is "10": it is a whole number from 1 to 9/],
    ["withdraw latest", /RELEASE is "latest"/],
    ["constructor", /unknown command/],
  ])("refuses %s", (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
