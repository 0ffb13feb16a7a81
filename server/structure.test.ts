// The README's "How to add things" holds: each row of a registry has the files that belong to it, and a test names the missing one.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTRACTS, ROUTES } from "#server/routes/routes";
import { LENS_IDS } from "#domain/lens";
import { LANGUAGE_IDS } from "#domain/language";

const missing = (files: readonly string[]): string[] => files.filter((file) => !existsSync(file));

test("every lens has its panel", () => {
  expect(missing(LENS_IDS.map((id) => `client/lenses/${id}/sentence.ts`))).toEqual([]);
});

test("every language has its words", () => {
  expect(missing(LANGUAGE_IDS.map((language) => `client/i18n/${language}/messages.ts`))).toEqual([]);
});

test("every contract is served by a row of the table of routes, and each row has an id, a method and a path of its own", () => {
  const files = import.meta.glob<Record<string, unknown>>("/domain/contract/*.ts", { eager: true });
  const declared = Object.values(files).flatMap((exported) =>
    Object.entries(exported).flatMap(([name, value]) => (name.endsWith("Contract") ? [value] : [])),
  );
  expect(declared.length).toBeGreaterThan(15);
  expect(new Set<unknown>(CONTRACTS)).toEqual(new Set(declared));
  expect(new Set(CONTRACTS.map(({ id }) => id)).size).toBe(CONTRACTS.length);
  expect(new Set(CONTRACTS.map(({ method, path }) => `${method} ${path}`)).size).toBe(CONTRACTS.length);
});

test("what is answered from a release says from which editions, and all else from none", () => {
  for (const { contract, kind } of ROUTES) {
    const isOfRelease = kind === "release" || contract.path.startsWith("/tiles/");
    expect(contract.editions.length > 0, contract.id).toBe(isOfRelease);
    if (kind === "release")
      expect(Object.keys(contract.query.shape), contract.id).toEqual(
        expect.arrayContaining(["release", "edition"]),
      );
  }
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
    /register\.(household|person|poverty_line|household_profile|village_ancestor|village_measures|area_inequality|index_unit|index_measures|index_figures|income_figures|figure_errors|line_measures|deprivation_index|deprivation)\b|domain\/register\/(rows|measures|index_measures)"|import\/register\//;
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
