// "How to add things" of the README is true: each addition is made in a copy of the project, the files it touches are counted,
// and what was added is there: in the types, from the server, on the screen.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { knownReader, startBrowser } from "#client/e2e/browser";
import { ready, run, type Process } from "#server/test/processes";
import { WITH_DEMO } from "#server/test/running";
import { copyPrepared } from "#sql/test/embedded_template";
import { ADDITIONS } from "./additions.ts";
import { copyProject, type ProjectCopy } from "./project_copy.ts";

let copy: ProjectCopy;
let dataDir: string;
let server: Process;
let home: string;
let browser: Browser;
/** Files that each addition touched. */
const touched = new Map<string, readonly string[]>();

function add(what: string, make: (copy: ProjectCopy) => void): void {
  const before = new Set(copy.touched);
  copy.touched.clear();
  make(copy);
  touched.set(what, [...copy.touched].sort());
  for (const file of before) copy.touched.add(file);
}

const environment = (): Record<string, string> => ({
  DATA_DIR: dataDir,
  DATABASE_URL: "",
  LOG_LEVEL: "warn",
});

async function lens(...words: string[]): Promise<void> {
  const { status, stderr } = await run("server/cli/lens.ts", words, environment(), copy.root).finished;
  if (status !== 0) throw new Error(`lens ${words.join(" ")} ended with ${status}:\n${stderr}`);
}

beforeAll(async () => {
  copy = copyProject();
  dataDir = mkdtempSync(join(tmpdir(), "village-lens-additions-"));
  for (const [what, make] of Object.entries(ADDITIONS)) add(what, make);
  await copyPrepared(WITH_DEMO, dataDir);
  copy.run("vite", ["build", "--logLevel", "error", "--minify", "false"]);
  await lens("draft");
  await lens("publish", "--note", "with the additions");
  server = run("server/main.ts", [], { ...environment(), PORT: "0" }, copy.root);
  home = await ready(server);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.finished;
  copy.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test("the copy passes the types and the linter", () => {
  expect(copy.run("tsc", ["-p", "."])).toEqual({ status: 0, output: "" });
  expect(copy.run("oxlint", []).output).toContain("Found 0 warnings and 0 errors.");
});

test("an indicator is one row; it is in the catalogue", async () => {
  expect(touched.get("an indicator")).toEqual(["domain/registry/supply.ts"]);
  const catalog = (await (await fetch(`${home}/api/catalog`)).json()) as { indicators: { id: string }[] };
  expect(catalog.indicators.map(({ id }) => id)).toContain("teachers_per_100_people");
});

test("a language is one folder and its rows; the screen speaks it", async () => {
  expect(touched.get("a language")).toEqual([
    "client/i18n/fr/messages.ts",
    "client/i18n/languages.ts",
    "domain/language.ts",
  ]);
  const page = await (await knownReader(browser, {}, "undrawn")).newPage();
  await page.goto(`${home}/map?lang=fr`);
  await page.getByRole("combobox", { name: "Chercher" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");
});

test("a reason for missing is one row; cells of tables are read as it, and tiles write it", () => {
  expect(touched.get("a reason for missing")).toEqual(["domain/missing.ts"]);
  const script = `
    import { MISSING_TEXTS } from "#server/import/tables/number";
    import { MISSING_REASONS } from "#domain/missing";
    console.log(JSON.stringify([MISSING_TEXTS["refused"], MISSING_REASONS]));`;
  const { output } = copy.run("node", ["--input-type=module-typescript", "-e", script]);
  expect(output.trim()).toBe('["refused",["not-surveyed","suppressed","not-applicable","refused"]]');
});

test("a file format is one reader and its row; a file of it is read", () => {
  expect(touched.get("a file format")).toEqual([
    "server/import/readers/json_lines.ts",
    "server/import/readers/read.ts",
  ]);
  const file = join(dataDir, "table.jsonl");
  writeFileSync(file, '{"code":"01","people":12}\n{"code":"02","people":7}\n');
  const script = `
    import { FindingLog } from "#server/import/findings/finding_log";
    import { openFile } from "#server/import/readers/open_file";
    import { readSource } from "#server/import/readers/read";
    const log = new FindingLog();
    const source = await readSource(await openFile(${JSON.stringify(file)}, "table.jsonl"), log);
    const rows = [];
    for await (const { cells } of source.rows()) rows.push(cells);
    console.log(JSON.stringify([source.format, source.columns, rows]));`;
  const { output } = copy.run("node", ["--input-type=module-typescript", "-e", script]);
  expect(output.trim()).toBe('["JSON Lines",["code","people"],[["01","12"],["02","7"]]]');
});

test("a mode is one folder and its row, with its words; the map offers and shows it", async () => {
  expect(touched.get("a mode")).toEqual([
    "client/i18n/en/modes.ts",
    "client/i18n/zh/modes.ts",
    "client/modes/coverage/mode.ts",
    "client/modes/modes.ts",
  ]);
  const page = await (await knownReader(browser, {}, "undrawn")).newPage();
  await page.goto(`${home}/map?mode=coverage&lang=en&table=open`);
  await page.getByRole("button", { name: "How much was surveyed" }).first().waitFor();
  await page.locator("#areas tbody tr[data-row='0']").waitFor();
});

test("an endpoint of any method is a contract, a handler and a row; it answers and refuses", async () => {
  expect(touched.get("an endpoint")).toEqual([
    "domain/contract/remarks.ts",
    "server/routes/remarks.ts",
    "server/routes/routes.ts",
  ]);
  const send = (body: unknown) =>
    fetch(`${home}/api/remarks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect(await (await send({ text: "hello" })).json()).toEqual({ letters: 5 });
  const refused = await send({ text: 5 });
  expect(refused.status).toBe(400);
  expect(((await refused.json()) as { detail: string }).detail).toContain("text");
});

test("a page is one folder and its row; its address shows it", async () => {
  expect(touched.get("a page")).toEqual(["client/pages/about/AboutPage.tsx", "client/pages/pages.ts"]);
  const page = await (await knownReader(browser, {}, "undrawn")).newPage();
  await page.goto(`${home}/about`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe("");
});
