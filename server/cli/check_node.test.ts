// What is said on a Node that cannot read TypeScript; such a Node is this one with the ability turned off.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const CHECK = fileURLToPath(new URL("./check_node.cjs", import.meta.url));

const load = (...flags: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [...flags, "--require", CHECK, "--print", "'started'"], { encoding: "utf8" });

it("starts where Node reads TypeScript, and warns of nothing", () => {
  expect(load()).toMatchObject({ status: 0, stdout: "started\n", stderr: "" });
});

it("ends with one line that names the version where Node does not", () => {
  const { status, stdout, stderr } = load("--no-experimental-strip-types");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toBe(
    `Village Lens needs Node 22.18 or newer: this is Node ${process.versions.node} (${process.execPath})\n`,
  );
});

it("stands before every script that starts a file of ours", () => {
  const root = new URL("../../package.json", import.meta.url);
  const { scripts } = JSON.parse(readFileSync(root, "utf8")) as { scripts: Record<string, string> };
  const own = Object.values(scripts).filter((script) => /\.ts\b/.test(script));
  expect(own.length).toBeGreaterThan(0);
  for (const script of own)
    expect(script).toMatch(/^(exec )?node --require \.\/server\/cli\/check_node\.cjs /);
});
