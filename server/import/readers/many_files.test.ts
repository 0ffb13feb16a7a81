// Folders, patterns and archives of many files as one table: rows in the order of the names, findings that name file and row.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { profileSchema, type ProfileTable } from "#server/import/profile/profile";
import { tableId } from "#server/import/profile/profile_file";
import { readTable } from "#server/import/tables/table";
import { zip } from "#server/test/files/zip";
import { Files } from "./files.ts";
import { partsOf } from "./many_files.ts";

const YEARS: Readonly<Record<string, string>> = {
  "poverty_2019.csv": "code,people,poor\nA1,10,1\nA2,20,2\n",
  "poverty_2020.csv": "code,poor,people\nA1,2,11\nA2,many,21\n",
  "poverty_2021.csv": "code,people,poor\nA1,12,3\nA1,13,3\n",
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "many-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: Readonly<Record<string, string | Buffer>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
};

/** A table as a profile with these keys has it. */
const tableOf = (keys: object): ProfileTable =>
  profileSchema.parse({
    dataset: "a",
    title: "a",
    licence: { name: "a", attribution: "a" },
    levels: [
      { id: "county", label: "a" },
      { id: "village", label: "a" },
    ],
    tables: [
      {
        level: "village",
        key: "code",
        period: { in: "file_name" },
        columns: { persons: "people", poor_persons: "poor" },
        ...keys,
      },
    ],
  }).tables[0]!;

async function read(keys: object) {
  const log = new FindingLog();
  const table = tableOf(keys);
  const result = await readTable(table, {
    codes: new Set(["A1", "A2"]),
    areas: async () => [],
    statistics: new Set(),
    indicators: [],
    files: new Files(folder, log, () => {}),
    log,
    onProgress: () => {},
    boundaries: "",
  });
  return {
    facts: [...result.facts.values()].map(({ period, code, values }) => [period, code, ...values]),
    findings: log.all,
    checksum: result.input.checksum,
  };
}

const ruleOf = async (reading: Promise<unknown>): Promise<[string, string | null | undefined]> => {
  try {
    await reading;
  } catch (error) {
    if (error instanceof ImportFault) return [error.part.rule, error.part.file];
    throw error;
  }
  return ["read", null];
};

const FACTS = [
  ["2019", "A1", 10, 1],
  ["2019", "A2", 20, 2],
  ["2020", "A1", 11, 2],
  ["2020", "A2", 21, "not-surveyed"],
];

async function tar(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content);
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("many files as one table", () => {
  const withoutLast = {
    "poverty_2019.csv": YEARS["poverty_2019.csv"]!,
    "poverty_2020.csv": YEARS["poverty_2020.csv"]!,
  };

  it("are a folder, a pattern, or members of a zip or a tar.gz, with columns in any order", async () => {
    write(Object.fromEntries(Object.entries(withoutLast).map(([name, text]) => [`years/${name}`, text])));
    write({
      "years/README.md": "not data",
      "years.zip": zip(
        Object.entries({ ...withoutLast, "notes.txt": "…" }).map(([name, text]) => ({
          name: `in/${name}`,
          data: Buffer.from(text),
        })),
      ),
      "years.tar.gz": gzipSync(
        await tar({
          "./b/poverty_2020.csv": YEARS["poverty_2020.csv"]!,
          "a/poverty_2019.csv": YEARS["poverty_2019.csv"]!,
        }),
      ),
    });
    for (const keys of [
      { file: "years" },
      { file: "years/poverty_*.csv" },
      { file: "years.zip", entry: "in/*.csv" },
      { file: "years.tar.gz", entry: "**/*.csv" },
    ])
      expect((await read(keys)).facts, JSON.stringify(keys)).toEqual(FACTS);
  });

  it("say in findings which file and which of its rows is meant", async () => {
    write(YEARS);
    const { findings } = await read({ file: "poverty_*.csv" });
    expect(findings.map(({ rule, file, row }) => [rule, file, row])).toEqual([
      ["not_a_number", "poverty_2020.csv", 2],
      ["duplicate_row", "poverty_2021.csv", 2],
    ]);
    expect(findings[1]!.message).toContain("is there already in row 1 of poverty_2021.csv");
  });

  it("are another table when one of them changes", async () => {
    write(withoutLast);
    const before = await read({ file: "*.csv" });
    expect((await read({ file: "*.csv" })).checksum).toBe(before.checksum);
    write({ "poverty_2020.csv": "code,poor,people\nA1,2,12\n" });
    expect((await read({ file: "*.csv" })).checksum).not.toBe(before.checksum);
  });

  it("are refused where they differ in columns, have no period in their names, or none fits", async () => {
    write({
      ...withoutLast,
      "poverty_2022.csv": "code,people\nA1,1\n",
      "x/poverty.csv": "code,people,poor\nA1,1,0\n",
    });
    expect(await ruleOf(read({ file: "*.csv" }))).toEqual(["columns_differ", "poverty_2022.csv"]);
    expect(await ruleOf(read({ file: "x/*.csv" }))).toEqual(["period_in_name", "x/poverty.csv"]);
    expect(await ruleOf(read({ file: "../*/*.csv" }))).toEqual(["file_outside", "../*/*.csv"]);
    expect(await ruleOf(read({ file: "y/*.csv" }))).toEqual(["file_missing", "y/*.csv"]);
  });

  it("are so many and so big at most", async () => {
    write(YEARS);
    const parts = (limits: { files: number; bytes: number }) =>
      partsOf(folder, { file: "*.csv" }, () => Promise.reject(new Error("no archive")), limits);
    expect((await parts({ files: 3, bytes: 1000 }))!.parts).toHaveLength(3);
    expect(await ruleOf(parts({ files: 2, bytes: 1000 }))).toEqual(["too_many_files", "*.csv"]);
    expect(await ruleOf(parts({ files: 3, bytes: 50 }))).toEqual(["files_too_big", "*.csv"]);
  });

  it("are called by their folder where the pattern names no file", () => {
    expect(tableId({ file: "years/*.csv" })).toBe("years");
    expect(tableId({ file: "years/poverty_*.csv" })).toBe("poverty_");
    expect(tableId({ file: "IMD 2019.csv.gz" })).toBe("imd_2019");
  });

  it("of an archive that reaches outside of itself are refused", async () => {
    write({ "bad.tar": await tar({ "../poverty_2019.csv": "code\n" }) });
    expect((await ruleOf(read({ file: "bad.tar", entry: "*.csv" })))[0]).toBe("archive_unsafe_name");
  });
});
