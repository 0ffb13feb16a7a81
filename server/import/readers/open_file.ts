// Opens a file of the dataset and takes gzip, zip and tar off it, within limits that hold before anything is unpacked.

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportFault } from "#server/import/findings/import_fault";
import type { RuleId } from "#server/import/findings/rules";
import { assertSize, damaged, drain, LIMITS, megabytes, type Limits } from "./archive_limits.ts";
import { filesOf } from "./shapefile_parts.ts";
import { isTar, untar } from "./untar.ts";
import { isZip, unzip } from "./unzip.ts";

/** A file without its wrapping. A zip keeps its members, by their name inside, and a .shp its parts; anything else is one member. */
export interface OpenedFile {
  readonly name: string;
  /** SHA-256 of the file as it lies on the disk, of a .shp with all its parts, lower-case hex. */
  readonly checksum: string;
  /** Without gzip; a zip as it is. */
  readonly bytes: Buffer;
  readonly members: ReadonlyMap<string, Buffer>;
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function gunzip(file: string, bytes: Buffer, limits: Limits): Promise<Buffer> {
  const stream = (): Readable => Readable.from([bytes]).pipe(createGunzip());
  const check = (size: number): void => assertSize(file, "the gzip stream", size, bytes.length, limits);
  try {
    // The last four bytes state the size (modulo 2^32): of a file that seems too big nothing is kept until that is known.
    const stated = bytes.length >= 18 ? bytes.readUInt32LE(bytes.length - 4) : 0;
    if (stated > limits.unpackedBytes) await drain(stream(), check, false);
    return await drain(stream(), check);
  } catch (error) {
    throw damaged(file, error);
  }
}

/** Takes gzip off `bytes`, known by their first bytes and never by a name. */
export async function unwrap(file: string, bytes: Buffer, limits: Limits = LIMITS): Promise<Buffer> {
  if (bytes.length === 0)
    throw new ImportFault("is empty", { rule: "file_empty", file, action: "nothing was read" });
  if (!isGzip(bytes)) return bytes;
  const inner = await gunzip(file, bytes, limits);
  if (inner.length > 0 && !isGzip(inner)) return inner;
  const [rule, message] = isGzip(inner)
    ? (["archive_nested", "is gzip inside gzip"] as const)
    : (["file_empty", "is empty"] as const);
  throw new ImportFault(message, { rule, file, action: "nothing was read" });
}

/** The members of a zip or a tar, or of a file that is none its content; a gzip around or inside is opened too. */
export async function unpack(
  file: string,
  packed: Buffer,
  limits: Limits = LIMITS,
): Promise<Map<string, Buffer>> {
  const bytes = await unwrap(file, packed, limits);
  if (!isZip(bytes) && !isTar(bytes)) return new Map([[path.basename(file).replace(/\.gz$/i, ""), bytes]]);
  const members = await (isZip(bytes) ? unzip : untar)(file, bytes, limits);
  if (members.size === 0)
    throw new ImportFault("is an archive without any file", {
      rule: "file_empty",
      file,
      action: "nothing was read",
    });
  for (const [name, member] of members)
    if (isGzip(member)) members.set(name, await gunzip(file, member, limits));
  return members;
}

/** Reads and unpacks the file at `location`, a .shp with its parts; `name` is what findings call it. Throws an ImportFault whose action helps. */
export async function openFile(location: string, name: string): Promise<OpenedFile> {
  const info = await stat(location).catch(() => null);
  const fault = (rule: RuleId, message: string, action: string): ImportFault =>
    new ImportFault(message, { rule, file: name, action });
  if (!info)
    throw fault(
      "file_missing",
      `there is no file ${location}`,
      'put it there, or set "data" of the profile or LENS_DATA to the folder that holds it',
    );
  if (!info.isFile()) throw fault("file_missing", `${location} is not a file`, "name a file");
  const packed: [file: string, bytes: Buffer][] = [];
  const hash = createHash("sha256");
  for (const part of await filesOf(location)) {
    const { size } = await stat(part);
    if (size > LIMITS.fileBytes)
      throw fault(
        "file_too_big",
        `has ${megabytes(size)}: at most ${megabytes(LIMITS.fileBytes)}`,
        "split it",
      );
    const content = await readFile(part);
    if (part !== location) hash.update(`${path.basename(part)}\n`);
    hash.update(content);
    packed.push([part, content]);
  }
  const checksum = hash.digest("hex");
  const bytes = await unwrap(name, packed.find(([part]) => part === location)![1]);
  if (packed.length === 1) return { name, checksum, bytes, members: await unpack(name, bytes) };
  return { name, checksum, bytes, members: new Map(packed.map(([part, own]) => [path.basename(part), own])) };
}
