// The README's "How to add things" holds: each row of a registry has the files that belong to it, and a test names the missing one.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTRACTS } from "#domain/contract/index";
import { LENS_IDS } from "#domain/lens";
import { LANGUAGE_IDS } from "#domain/language";

const missing = (files: readonly string[]): string[] => files.filter((file) => !existsSync(file));

test("every lens has its panel", () => {
  expect(missing(LENS_IDS.map((id) => `client/lenses/${id}/sentence.ts`))).toEqual([]);
});

test("every language has its words", () => {
  expect(missing(LANGUAGE_IDS.map((language) => `client/i18n/${language}.ts`))).toEqual([]);
});

test("every contract is in the registry and is served by a route of the table", () => {
  const routes = readdirSync("server/routes")
    .map((file) => readFileSync(`server/routes/${file}`, "utf8"))
    .join("\n");
  const declared = readdirSync("domain/contract").flatMap((file) =>
    [
      ...readFileSync(`domain/contract/${file}`, "utf8").matchAll(/export const (\w+Contract) = contract\(/g),
    ].map((match) => match[1]!),
  );
  expect(declared.filter((name) => !routes.includes(name))).toEqual([]);
  expect(CONTRACTS).toHaveLength(declared.length);
});

test("every folder says what it is for", () => {
  const folders = ["sql", "tiles", "server", "client", "seeds/demo", "seeds/profiles"];
  expect(missing(folders.map((folder) => `${folder}/README.md`))).toEqual([]);
});

test("migrations are numbered without a gap", () => {
  const numbers = readdirSync("sql/migrations")
    .map((file) => Number(/^(\d{4})_\w+\.sql$/.exec(file)?.[1]))
    .sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

/** Files of a folder, with their text; tests apart. */
const sourcesOf = (folder: string): { file: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, "utf8") }));

test("nothing but the import's own folder knows the schema of the household register", () => {
  const isOfRegister =
    /register\.(household|person|poverty_line|household_profile|village_ancestor|village_measures|area_inequality)\b|domain\/register\/(rows|measures)"|import\/register\//;
  const knowing = ["server", "tiles", "client"]
    .flatMap(sourcesOf)
    .filter(({ text }) => isOfRegister.test(text))
    .map(({ file }) => file);
  // The loader hands records to it, the reader of profiles its section; neither reads the schema. Tests look into it.
  expect(knowing.filter((file) => !/^server\/(import|test)\//.test(file))).toEqual([]);
  expect(sourcesOf("server/routes").length).toBeGreaterThan(5);
  expect(sourcesOf("server/read").length).toBeGreaterThan(5);
});

test("no function of another schema reads the household register", () => {
  const reading = readdirSync("sql/functions").filter(
    (file) =>
      !file.startsWith("register.") && /\bregister\./.test(readFileSync(`sql/functions/${file}`, "utf8")),
  );
  expect(reading).toEqual([]);
});
