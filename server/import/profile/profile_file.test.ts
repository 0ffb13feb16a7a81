// A profile that is wrong is refused with the line, the key, and the keys there are.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { readProfile, tableId, type OpenedProfile } from "./profile_file.ts";

const GOOD = `dataset: example
title: Example
licence: { name: CC0, attribution: me }
levels:
  - { id: town, label: Town }
  - { id: village, label: { en: Village, zh: 村 }, file: v.geojson, code: CODE, parent: { prefix: 6 } }
indicators:
  - { id: poor_share, lens: poverty, label: Poor, ratio: [poor_persons, persons], polarity: higher-is-worse }
tables:
  - file: people 2020.csv
    level: village
    key: { column: code, pad: 9 }
    period: "2020"
    columns:
      persons: people
      poor_persons: { expr: round(people * share) }
`;

const WITH_REGISTER = `${GOOD}register:
  period: { column: year }
  households: { file: h.csv, village: v, household: h, columns: { registered: poor } }
  persons: { file: p.csv, village: v, household: h, columns: { number: nr, age: years } }
`;

/** Nine anchors, each of nine of the one before: 387 million texts. */
const BOMB = [
  "a0: &a0 [x, x, x, x, x, x, x, x, x]",
  ...Array.from(
    { length: 8 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join()}]`,
  ),
].join("\n");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "profile-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  text: string,
  data?: string,
): Promise<{ opened: OpenedProfile | null; messages: string[] }> {
  const log = new FindingLog();
  const location = path.join(folder, "p.yaml");
  await writeFile(location, text);
  const opened = await readProfile(location, log, data);
  return { opened, messages: log.all.map((finding) => finding.message) };
}

describe("readProfile", () => {
  it("gives the manifest and the folder of the files", async () => {
    const { opened, messages } = await read(GOOD);
    expect(messages).toEqual([]);
    expect(opened?.folder).toBe(folder);
    expect(opened?.manifest.levels).toEqual([
      { id: "town", ordinal: 0, label: { en: "Town" } },
      { id: "village", ordinal: 1, label: { en: "Village", zh: "村" } },
    ]);
    expect(opened?.manifest.indicators[0]).toEqual({
      id: "poor_share",
      lens: "poverty",
      label: { en: "Poor" },
      unit: "share",
      polarity: "higher-is-worse",
      numerator: { poor_persons: 1 },
      denominator: { persons: 1 },
    });
    expect((await read(GOOD, "/srv/files")).opened?.folder).toBe("/srv/files");
    expect((await read(GOOD.replace("dataset:", "data: /srv/data\ndataset:"))).opened?.folder).toBe(
      "/srv/data",
    );
  });

  it.each([
    ["levels:", "leval:", /^line 4: unknown key "leval": known are dataset, title, licence/],
    ["period:", "perid:", /^line 13: tables\[1\]: unknown key "perid": known are id, file/],
    [
      "pad: 9",
      "padd: 9",
      /^line 12: tables\[1\]\.key: unknown key "padd": known are column, strip, pad, prefix/,
    ],
    [
      "{ expr: round(people * share) }",
      "{ exp: people }",
      /^line 16: tables\[1\]\.columns\.poor_persons: unknown key "exp"/,
    ],
    [
      "level: village",
      "level: vilage",
      /^line 11: tables\[1\]\.level: unknown level "vilage": known are town, village/,
    ],
    [
      "      persons: people",
      "      person: people",
      /^line 15: tables\[1\]\.columns\.person: unknown measure "person": known are persons/,
    ],
    ["[poor_persons, persons]", "[poor_persons, folk]", /^line 8: indicators\[1\]: unknown measure "folk"/],
    ["id: poor_share", "id: mpi", /^line 8: indicators\[1\]\.id: indicator "mpi" is built in/],
    ["id: poor_share", "replaces: built-in, id: poor_share", /^line 8: .* "poor_share" is not built in/],
    ['"2020"', "2020-13", /^line 13: tables\[1\]\.period/],
    ["lens: poverty", "lens: wealth", /^line 8: indicators\[1\]\.lens/],
    ["dataset: example", "dataset: [", /^line /],
    [
      ", parent: { prefix: 6 }",
      "",
      /^line 6: levels\[2\]: level "village" does not say how an area's parent is found/,
    ],
  ])("refuses %s as %s with its line", async (from, to, message) => {
    expect(GOOD).toContain(from);
    const { opened, messages } = await read(GOOD.replace(from, to));
    expect(opened).toBeNull();
    expect(
      messages.some((each) => message.test(each)),
      messages.join("\n"),
    ).toBe(true);
  });

  it.each([
    [
      "number: nr, ",
      "",
      /^line 20: register\.persons\.columns: "number" is missing: add "number: COLUMN", the column that holds the number of a person/,
    ],
    [
      "registered: poor",
      "head_name: head",
      /^line 19: register\.households\.columns: "registered" is missing: add "registered: COLUMN"/,
    ],
    [
      "age: years",
      "aged: years",
      /^line 20: register\.persons\.columns: unknown key "aged": known are number, name, id_number, age/,
    ],
    [
      "{ column: year }",
      "2020",
      /^line 18: register\.period: is neither a period in quotes, such as "2020", nor \{ column: COLUMN \}/,
    ],
    ["{ column: year }", '"2020-13"', /^line 18: register\.period: a period is written 2019/],
  ])("refuses %s of a register as %s, with what to write", async (from, to, message) => {
    expect((await read(WITH_REGISTER)).messages).toEqual([]);
    const { opened, messages } = await read(WITH_REGISTER.replace(from, to));
    expect(opened).toBeNull();
    expect(messages).toEqual([expect.stringMatching(message)]);
  });

  it("refuses a profile that is not there", async () => {
    await expect(readProfile(path.join(folder, "no.yaml"), new FindingLog())).rejects.toThrow(ImportFault);
  });
});

describe("tableId", () => {
  it("is taken from the profile or made of the file's name", () => {
    expect(tableId({ file: "a/People 2020.csv.gz" })).toBe("people_2020");
    expect(tableId({ file: "2020.csv" })).toBe("t2020");
    expect(tableId({ id: "x", file: "y.csv" })).toBe("x");
  });
});

describe("a hostile profile", () => {
  it.each([
    ["aliases of aliases", BOMB, /^line 1: Excessive alias count/],
    ["an alias of nothing", "dataset: *nothing", /^line 1: .*nothing/],
    ["brackets within brackets", "[".repeat(100_000), /^line 1: is nested too deeply|^line \d+: /],
    ["maps within maps", `a: ${"{a: ".repeat(20_000)}`, /^line 1: is nested too deeply|^line \d+: /],
    [
      "megabytes",
      `# ${"x".repeat(2_000_000)}`,
      /^line 1: has 2000002 characters: a profile has at most 2000000$/,
    ],
  ])("of %s is refused by a finding", async (_, text, message) => {
    const { opened, messages } = await read(text);
    expect(opened).toBeNull();
    expect(messages[0]).toMatch(message);
  });
});
