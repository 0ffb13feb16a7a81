import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cutFolder, leaveCutFolder } from "./cut_folder.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "cut-folder-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("the folder of a cut", () => {
  it("is that of the import before which was killed, and not that of one which is at work", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const folder = join(directory, "cut-abc");
    mkdirSync(folder);
    writeFileSync(`${folder}.pid`, String(other.pid));
    const beside = cutFolder(directory, "abc");
    expect(beside).not.toBe(folder);
    expect(existsSync(beside)).toBe(true);
    const ended = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await ended;
    expect(cutFolder(directory, "abc")).toBe(folder);
    expect(cutFolder(directory, "a/b")).toBe(join(directory, "cut-a_b"));
  });

  it("is gone when its tiles are stored, and after a day", () => {
    const folder = cutFolder(directory, "abc");
    mkdirSync(folder);
    leaveCutFolder(folder);
    expect(readdirSync(directory)).toEqual([]);
    const old = join(directory, "cut-old");
    mkdirSync(old);
    utimesSync(old, 1, 1);
    cutFolder(directory, "new");
    expect(readdirSync(directory)).toEqual(["cut-new.pid"]);
  });
});
