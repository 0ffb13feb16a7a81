import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { Files } from "#server/import/readers/files";
import { FindingLog } from "#server/import/findings/finding_log";
import { readLineage } from "./lineage.ts";

const folder = await mkdtemp(path.join(tmpdir(), "village-lens-lineage-"));
afterAll(() => rm(folder, { recursive: true }));

it("reads what became of codes: what lives on is kept where it lost a part or took one in, else it is no change", async () => {
  const rows = ["A,A,0.6", "A,B,0.4", "C,C,1", "D,D,1", "e,D,1", "e,D,1", ",D,1"];
  await writeFile(path.join(folder, "changes.csv"), ["old,new,part", ...rows].join("\n"));
  const spec = { file: "changes.csv", from: "old", to: "new", share: "part", kind: "split", since: "2019" };
  const files = new Files(folder, new FindingLog(), () => undefined);
  const read = await readLineage(spec as Parameters<typeof readLineage>[0], files);
  expect(read.map(({ fromCode, toCode, share }) => [fromCode, toCode, share])).toEqual([
    ["A", "A", 0.6],
    ["A", "B", 0.4],
    ["D", "D", 1],
    ["e", "D", 1],
  ]);
});
