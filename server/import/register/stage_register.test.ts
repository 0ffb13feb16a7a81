import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FindingLog } from "#server/import/findings/finding_log";
import { Spill } from "#server/import/load/spill";
import { Files } from "#server/import/readers/files";
import { registerSchema } from "./profile.ts";
import { readRegister } from "./read_register.ts";
import { stageRegister } from "./stage_register.ts";

const HOUSEHOLDS = {
  "1.csv": "v,k,r\nA1,one,yes\nA1,two,no\n",
  "2.csv": "v,k,r\nA1,three,yes\nA1,one,yes\nZ9,four,maybe\n",
};
const PERSONS = { "1.csv": "v,k,n\nA1,one,1\nA1,two,1\n", "2.csv": "v,k,n\nA1,three,1\nA1,none,1\n" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "register-"));
  for (const [name, files] of Object.entries({ h: HOUSEHOLDS, p: PERSONS })) {
    await mkdir(path.join(folder, name));
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, name, file), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

it("names the file of a record and its row there, where folders are read as one", async () => {
  const log = new FindingLog({ isPrivate: true });
  const spec = registerSchema.parse({
    period: "2020",
    households: { file: "h", village: "v", household: "k", columns: { registered: "r" } },
    persons: { file: "p", village: "v", household: "k", columns: { number: "n" } },
  });
  const input = await readRegister(spec, new Files(folder, log, () => undefined), log, "");
  const spill = new Spill(folder);
  const known = new Map([["A1", { level: "village", rootCode: "A", ordinal: 0 }]]);
  const staged = await stageRegister(input, known, "village", spill, () => undefined);
  spill.close();
  expect([staged.householdCount, staged.personCount]).toEqual([3, 3]);
  expect(staged.findings.map(({ rule, file, row }) => [rule, file, row])).toEqual([
    ["not_yes_or_no", "h/2.csv", 3],
    ["duplicate_household", "h/2.csv", 2],
    ["unknown_area_code", "h/2.csv", 3],
    ["person_without_household", "p/2.csv", 2],
  ]);
  expect(staged.findings[1]!.message).toContain("row 1 of h/1.csv");
});
