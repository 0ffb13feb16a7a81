// A copy of the project in a temporary folder, to be changed and checked there; packages are shared with this one.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export interface ProjectCopy {
  readonly root: string;
  /** Files written or changed since the copy was made. */
  readonly touched: ReadonlySet<string>;
  write(file: string, text: string): void;
  /** Puts text in place of the first match; throws where nothing matches. */
  edit(file: string, pattern: string | RegExp, text: string): void;
  read(file: string): string;
  /** Runs a program of node_modules/.bin, or node itself; gives its exit code and all that it wrote. */
  run(program: string, words: readonly string[]): { readonly status: number | null; readonly output: string };
  remove(): void;
}

/** A copy of all files that git knows of, as they are on disk. */
export function copyProject(): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), "village-lens-copy-"));
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 16 << 20,
  });
  for (const file of files
    .trim()
    .split("\n")
    .filter((name) => !name.endsWith(".png"))) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(ROOT, file), join(root, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  const touched = new Set<string>();
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const write = (file: string, text: string): void => {
    touched.add(file);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  return {
    root,
    touched,
    read,
    write,
    edit(file, pattern, text) {
      const before = read(file);
      const after = before.replace(pattern, text);
      if (after === before) throw new Error(`${file} holds nothing like ${String(pattern)}`);
      write(file, after);
    },
    run(program, words) {
      const path = program === "node" ? process.execPath : join(ROOT, "node_modules/.bin", program);
      const { status, stdout, stderr } = spawnSync(path, words, { cwd: root, encoding: "utf8" });
      return { status, output: stdout + stderr };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
