import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { operatorMessage, ProblemError, toProblem } from "./errors.ts";

describe("a full disk", () => {
  // Linux has a disk that is always full.
  it.runIf(process.platform === "linux")("is said, to whoever runs a command with its place", async () => {
    const error: unknown = await writeFile("/dev/full", "text").catch((fault: unknown) => fault);
    expect(toProblem(error)).toMatchObject({ status: 503, title: "disk full" });
    expect(operatorMessage(Object.assign(error as Error, { path: "/data/a.csv" }))).toBe(
      "/data/a.csv: the disk is full: make room, and do it again",
    );
  });

  it("of the database is said too, and what is no message for anybody is the stack's", () => {
    const full = Object.assign(new Error("could not extend file"), { code: "53100" });
    expect(toProblem(full)).toMatchObject({ status: 503, title: "disk full" });
    expect(operatorMessage(full)).toMatch(/^the disk of the database is full: /);
    expect(operatorMessage(new TypeError("slip"))).toBeNull();
    expect(operatorMessage(new ProblemError(404, "no such release", "release 9 is not published"))).toBe(
      "release 9 is not published",
    );
  });
});
