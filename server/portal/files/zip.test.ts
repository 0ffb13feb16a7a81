// A ZIP that another program reads.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { zipOf } from "./zip.ts";

const READ =
  "import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(json.dumps({n:z.read(n).decode() for n in z.namelist()}))";

test("names and contents come back, and equal contents make equal bytes", async () => {
  const files = { "village/a.csv": "code\r\n1\r\n", "说明.txt": "字".repeat(5000), empty: "" };
  const entries = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    writeFileSync(join(folder, "x.zip"), await zipOf(entries));
    expect(
      JSON.parse(execFileSync("python3", ["-c", READ, join(folder, "x.zip")], { encoding: "utf8" })),
    ).toEqual(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect((await zipOf(entries)).equals(await zipOf(entries))).toBe(true);
});
