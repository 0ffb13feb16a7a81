import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { LogStream } from "./log_stream.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A pipe whose reader reads when it is told to. */
function pipe() {
  const directory = mkdtempSync(join(tmpdir(), "village-lens-log-"));
  const path = join(directory, "pipe");
  execFileSync("mkfifo", [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  ends.push(() => {
    for (const fd of [reader, writer]) closeSync(fd);
    rmSync(directory, { recursive: true });
  });
  const read = (): string => {
    const bytes = Buffer.alloc(1 << 20);
    try {
      return bytes.toString("utf8", 0, readSync(reader, bytes));
    } catch {
      return "";
    }
  };
  return { writer, read };
}

describe("LogStream", () => {
  it("goes on while the reader stands still, counts what it dropped, and says so when the reader is back", async () => {
    const { writer, read } = pipe();
    const stream = new LogStream(writer, 10_000);
    const line = `${"x".repeat(999)}\n`;
    for (let at = 0; at < 1000; at++) {
      stream.write(line);
      if (at % 10 === 0) await new Promise(setImmediate);
    }
    // Come this far before anybody reads: a thousand lines are a megabyte, a pipe holds 64 KB, the stream 10.
    let text = "";
    const lines = (): { readonly kept: number; readonly dropped: number } => {
      text += read();
      return {
        kept: text.split("\n").filter((entry) => entry === line.trim()).length,
        dropped: [...text.matchAll(/"dropped":(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0),
      };
    };
    await expect
      .poll(() => {
        const { kept, dropped } = lines();
        return kept + dropped;
      })
      .toBe(1000);
    expect(lines().dropped).toBeGreaterThan(500);
  });

  it("writes all lines in order for a reader that reads", async () => {
    const { writer, read } = pipe();
    const stream = new LogStream(writer);
    for (let at = 0; at < 50; at++) stream.write(`${at}\n`);
    await stream.drained();
    expect(read()).toBe(Array.from({ length: 50 }, (_, at) => `${at}\n`).join(""));
  });

  it("writes controls of terminals and of the direction of writing as codes, in JSON that says the same", async () => {
    const { writer, read } = pipe();
    const stream = new LogStream(writer);
    const value = { url: "/api/areas?q=\u009b2J\u202egnp\u2028" };
    stream.write(`${JSON.stringify(value)}\n`);
    await stream.drained();
    const line = read();
    expect(line).toContain("\\u009b2J\\u202egnp\\u2028");
    expect(JSON.parse(line)).toEqual(value);
  });
});
