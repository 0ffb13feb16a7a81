// Which Node node_modules/.bin/node is after an install; the brought one is a small shell script here.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("./install_node.cjs", import.meta.url));
const PACKAGE = `node-${process.platform}-${process.arch}`;

let root: string;
let link: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "village-lens-node-"));
  link = join(root, "node_modules/.bin/node");
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function bring(script: string): void {
  const folder = join(root, "node_modules", PACKAGE, "bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "node"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function install(npm: string): number | null {
  const env = { ...process.env, npm_config_user_agent: npm, npm_execpath: "npm-cli.js" };
  return spawnSync(process.execPath, [SCRIPT], { cwd: root, env }).status;
}

const NEW_NPM = "npm/11.19.1 node/v24.22.3 linux x64 workspaces/false";
const OLD_NPM = "npm/10.9.9 node/v18.20.8 linux x64 workspaces/false";

it("is the one that npm brought", () => {
  bring("exit 0");
  expect(install(NEW_NPM)).toBe(0);
  expect(readlinkSync(link)).toBe(`../${PACKAGE}/bin/node`);
});

it("is the machine's own where npm brought none, or one that does not run", () => {
  expect(install(NEW_NPM)).toBe(0);
  expect(existsSync(link)).toBe(false);
  bring("exit 127");
  symlinkSync(`../${PACKAGE}/bin/node`, link);
  expect(install(NEW_NPM)).toBe(0);
  expect(existsSync(link)).toBe(false);
});

it("runs npm once more on the Node that came where npm's own is too old for some packages", () => {
  bring('echo "$@" >> calls');
  expect(install(NEW_NPM)).toBe(0);
  expect(install(OLD_NPM)).toBe(0);
  expect(readFileSync(join(root, "calls"), "utf8").split("\n")).toEqual([
    "--version",
    "--version",
    "npm-cli.js install --ignore-scripts --no-save --silent",
    "",
  ]);
  expect(readlinkSync(link)).toBe(`../${PACKAGE}/bin/node`);
});

it("fails when that fails", () => {
  bring('test "$1" = --version');
  expect(install(OLD_NPM)).toBe(1);
});
