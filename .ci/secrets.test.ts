// Nothing in the project is a secret, and nothing that has to be hard to guess is made by a generator that is easy to.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** A canary, which a test plants to look for it, is no secret. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_\w{36,}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abpr]-[\w-]{10,}/,
  /\bAIza[\w-]{35}\b/,
  /(?:password|passwd|secret|token|api_?key)["']?\s*[:=]\s*["'](?!CANARY)[^"'\s${}]{12,}["']/i,
  /\b[a-z]+:\/\/[^\s:/@"'`]+:(?!secret@|password@|…@)[^\s:/@"'`$]{6,}@/,
];

const files = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" })
  .split("\0")
  .filter((name) => name !== "" && !/\.(png|zip|xlsx|tif|gz)$|^package-lock\.json$/.test(name));

/** Lines of the project, of files whose names match, that match. */
const found = (pattern: RegExp, among = /./): string[] =>
  files
    .filter((name) => among.test(name))
    .flatMap((name) =>
      readFileSync(join(ROOT, name), "utf8")
        .split("\n")
        .flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1}`] : [])),
    );

it.each(SECRETS.map((pattern) => [String(pattern), pattern] as const))(
  "holds no secret like %s",
  (_, pattern) => {
    expect(files.length).toBeGreaterThan(1_000);
    expect(found(pattern).filter((place) => !place.startsWith(".ci/secrets.test.ts:"))).toEqual([]);
  },
);

it("makes nothing of the server by Math.random", () => {
  expect(found(/Math\.random/, /^(server|sql)\/(?!.*test).*\.ts$/)).toEqual([]);
});
