// The file of a backup: a gzipped tar of a manifest, the database's files, and the SHA-256 of each.

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { z } from "zod";
import type { Progress } from "#domain/progress";
import { ProblemError } from "#server/errors";

const MANIFEST = "manifest.json";
const SUMS = "SHA256SUMS";
const MODE = 0o600;

const manifestSchema = z.object({
  format: z.literal("village-lens backup 1"),
  mode: z.enum(["embedded", "native"]),
  madeAt: z.string(),
  /** Random id of the database that was backed up. */
  databaseId: z.string(),
  /** As the server reported it. */
  version: z.string(),
  /** Roles that rights were granted to. */
  roles: z.array(z.string()),
  releases: z.array(z.object({ number: z.int(), state: z.string() })),
  /** Hash of the last entry of the audit log; null before the first, missing in backups of before there was one. */
  auditHead: z.string().nullable().optional(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

const damaged = (file: string, why: string) =>
  new ProblemError(400, "bad backup", `${file} is no whole backup: ${why}; nothing was restored`);

/** Passes bytes on and hashes them. */
function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** Paths of all files under a folder, and of empty folders with a slash at the end. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.map((entry) => ({
    entry,
    path: relative(folder, join(entry.parentPath, entry.name)),
  }));
  const filled = new Set(paths.map(({ path }) => dirname(path)));
  return paths
    .filter(({ entry, path }) => entry.isFile() || (entry.isDirectory() && !filled.has(path)))
    .map(({ entry, path }) => (entry.isFile() ? path : `${path}/`))
    .sort();
}

/** Writes `folder` and the manifest into `file`, whole or not at all; returns the bytes written. Nobody else may read it. */
export async function writeArchive(
  file: string,
  manifest: BackupManifest,
  folder: string,
  onProgress: Progress,
): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const archive = pack();
  const written = pipeline(archive, createGzip({ level: 1 }), createWriteStream(unfinished, { mode: MODE }));
  const add = (name: string, text: string): void => void archive.entry({ name, mode: MODE }, text);
  try {
    add(MANIFEST, JSON.stringify(manifest, null, 2));
    const sums: string[] = [];
    const paths = await listFiles(folder);
    for (const [done, path] of paths.entries()) {
      onProgress({ what: "writing the backup", done, total: paths.length });
      if (path.endsWith("/")) {
        archive.entry({ name: `files/${path}`, type: "directory" });
        continue;
      }
      const source = join(folder, path);
      const hash = createHash("sha256");
      const { size } = await stat(source);
      await pipeline(
        createReadStream(source),
        hashing(hash),
        archive.entry({ name: `files/${path}`, size, mode: MODE }),
      );
      sums.push(`${hash.digest("hex")}  files/${path}\n`);
    }
    add(SUMS, sums.join(""));
    archive.finalize();
    await written;
    await rename(unfinished, file);
    return (await stat(file)).size;
  } catch (error) {
    archive.destroy();
    await written.catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Where an entry belongs under `folder`; throws where its name leads out of it. */
function targetOf(file: string, folder: string, name: string): string {
  const target = join(folder, name.slice("files/".length));
  if (!name.startsWith("files/") || relative(folder, target).startsWith(".."))
    throw damaged(file, `it holds "${name.slice(0, 100)}"`);
  return target;
}

/** Unpacks a backup into `folder` and compares every file with its sum; throws a ProblemError that names what is damaged. */
export async function readArchive(
  file: string,
  folder: string,
  onProgress: Progress,
): Promise<BackupManifest> {
  const archive = extract();
  const found = new Map<string, string>();
  const texts = new Map<string, string>();
  const unpack = async (): Promise<void> => {
    for await (const entry of archive) {
      const { name, type } = entry.header;
      onProgress({ what: "reading the backup", done: found.size, total: null });
      if (name === MANIFEST || name === SUMS) {
        const parts: Buffer[] = [];
        for await (const part of entry) parts.push(part as Buffer);
        texts.set(name, Buffer.concat(parts).toString());
        continue;
      }
      const target = targetOf(file, folder, name);
      await mkdir(type === "directory" ? target : dirname(target), { recursive: true, mode: 0o700 });
      if (type === "directory") {
        entry.resume();
        continue;
      }
      const hash = createHash("sha256");
      await pipeline(entry, hashing(hash), createWriteStream(target, { mode: MODE, flags: "wx" }));
      found.set(name, hash.digest("hex"));
    }
  };
  const source = createReadStream(file);
  await Promise.all([pipeline(source, createGunzip(), archive), unpack()]).catch((error: unknown) => {
    if (error instanceof ProblemError) throw error;
    throw damaged(file, error instanceof Error ? error.message : String(error));
  });
  const sums = texts.get(SUMS);
  if (sums === undefined) throw damaged(file, "it ends too early");
  const listed = sums.trim().split("\n");
  for (const line of listed) {
    const [sum, name = ""] = line.split("  ");
    if (found.get(name) !== sum) throw damaged(file, `${name} is missing or was changed`);
  }
  if (listed.length !== found.size) throw damaged(file, "it holds files that it does not list");
  const manifest = manifestSchema.safeParse(JSON.parse(texts.get(MANIFEST) ?? "null"));
  if (!manifest.success) throw damaged(file, "its manifest is of another kind or version");
  return manifest.data;
}
