import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { indicatorSchema } from "#domain/indicator";
import { RULES } from "#server/import/findings/rules";
import { profileSchema } from "#server/import/profile/profile";
import { indicator } from "#server/import/profile/indicator";
import { documents } from "./documents.ts";
import { formatOfImports } from "./format.ts";
import { KEYS_IN_CHINESE } from "./keys_in_chinese.ts";

describe("the documents of seeds/profiles", () => {
  it("are what the schema, the registry and the rules say: run `npm run lens -- documents`", async () => {
    for (const [name, text] of Object.entries(documents()))
      expect(await readFile(`seeds/profiles/${name}`, "utf8"), name).toBe(text);
  });

  it("say of every key what it holds, and show an example of it", () => {
    const keys = formatOfImports().sections.flatMap((section) => section.keys);
    const paths = new Set(keys.map(({ path }) => path));
    for (const name of Object.keys(profileSchema.shape)) expect(paths, name).toContain(name);
    expect(paths).toContain("tables[].key.aliases.code");
    expect(paths).toContain("register.households.columns.dwelling");
    expect(keys.filter(({ holds }) => holds["en"] === "").map(({ path }) => path)).toEqual([]);
    // What a definition of the registry shares with the server has examples at the key above.
    expect(
      keys.filter(({ example, path }) => example === undefined && !/sampling|norm|methodChanges/.test(path)),
    ).toEqual([]);
  });

  it("have every key in Chinese, and nothing in Chinese that is no key any more", () => {
    const holds = formatOfImports().sections.flatMap((section) => section.keys.map((key) => key.holds));
    expect(holds.filter(({ en, zh }) => zh === en).map(({ en }) => en)).toEqual([]);
    const english = new Set(holds.map(({ en }) => en));
    expect(Object.keys(KEYS_IN_CHINESE).filter((text) => !english.has(text))).toEqual([]);
  });

  it("state defaults, and what must be there", () => {
    const keys = new Map(
      formatOfImports().sections.flatMap(({ keys: own }) => own.map((row) => [row.path, row])),
    );
    expect(keys.get("dataset")).toMatchObject({ isRequired: true });
    expect(keys.get("tables[].decimal")).toMatchObject({ isRequired: false, default: "." });
    expect(keys.get("tables[].rows")!.type).toBe("`one`, `sum`, `count`");
    expect(keys.get("tables[].columns.*.times")!.type).toBe("number");
  });

  it("name every rule once", () => {
    const ids = Object.values(RULES).flatMap((group) => Object.keys(group));
    expect(new Set(ids).size).toBe(ids.length);
    expect(formatOfImports().rules.flatMap(({ rules }) => rules.map(({ id }) => id))).toEqual(ids);
  });

  it("let a profile define all that the registry's indicators have", () => {
    const own = Object.keys(indicatorSchema.shape).filter(
      (name) => !["numerator", "denominator"].includes(name),
    );
    expect(Object.keys(indicator.shape)).toEqual(expect.arrayContaining(own));
  });
});
