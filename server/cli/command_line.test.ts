import { describe, expect, it } from "vitest";
import { parseCommandLine, USAGE } from "./command_line.ts";
import { COMMANDS } from "./commands.ts";

const parse = (line: string) => {
  const asked = parseCommandLine(line.split(" ").filter(Boolean));
  return asked && [asked.command.name, asked.args];
};

describe("the command line", () => {
  it.each([
    [
      "import p.yaml --dry-run --json",
      ["import", { profile: "p.yaml", isDryRun: true, isJson: true, language: "en" }],
    ],
    [
      "import p.yaml --language zh",
      ["import", { profile: "p.yaml", isDryRun: false, isJson: false, language: "zh" }],
    ],
    ["inspect a.csv b --out p.yaml", ["inspect", { files: ["a.csv", "b"], out: "p.yaml" }]],
    ["seed", ["seed", { villages: null, years: null }]],
    ["seed --villages 300 --years 2", ["seed", { villages: 300, years: 2 }]],
    ["publish --note corrected", ["publish", { draft: null, note: "corrected" }]],
    ["publish 4", ["publish", { draft: 4, note: "" }]],
    ["boundaries", ["boundaries", null]],
    ["draft", ["draft", { boundaryVersion: null }]],
    ["draft --boundary 2", ["draft", { boundaryVersion: 2 }]],
    ["withdraw 3", ["withdraw", { release: 3 }]],
    ["releases", ["releases", null]],
    ["compute a.json", ["compute", { file: "a.json", isOneLine: false }]],
    ["compute a.json --json", ["compute", { file: "a.json", isOneLine: true }]],
    ["", null],
    ["help", null],
    ["--help", null],
    ["-h", null],
  ])("understands %j", (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  it.each([
    ["import p.yaml --language fr", /--language is "fr": known are en, zh/],
    ["imprt x", /unknown command "imprt": known are inspect, import, seed, .*, help/],
    ["inspect", /inspect takes FILES…, got none/],
    ["import", /import takes PROFILE, got none/],
    ["import a b", /import takes PROFILE, got "a" "b"/],
    ["import a --dry", /import: Unknown option '--dry'/],
    ["seed --villages many", /--villages is "many": it is a whole number from 1 to 690000/],
    ["seed --villages 690001", /from 1 to 690000/],
    ["seed --years 10", /--years is "10": it is a whole number from 1 to 9/],
    ["publish latest", /DRAFT is "latest": it is a whole number from 1/],
    ["publish 4 5", /publish takes \[DRAFT\], got "4" "5"/],
    ["withdraw latest", /RELEASE is "latest"/],
    ["constructor", /unknown command/],
  ])("refuses %s", (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });

  it("helps with every command of the table, its operands and its options", () => {
    for (const { name, operands, options, summary } of COMMANDS) {
      const line = USAGE.split("\n").find((text) => text.startsWith(`  ${name} `))!;
      for (const word of [...operands, ...Object.keys(options).map((option) => `[--${option}`), summary])
        expect(line).toContain(word);
    }
  });
});
