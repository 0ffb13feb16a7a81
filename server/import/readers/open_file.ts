// Opens a file of the dataset and takes gzip, zip and tar off it, within limits that hold before anything is unpacked.

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import yauzl from "yauzl";
import { ImportFault } from "#server/import/findings/import_fault";
import type { RuleId } from "#server/import/findings/rules";

export const LIMITS = {
  /** Bytes of a file as it lies on the disk. */
  fileBytes: 2 ** 31,
  /** Bytes of all members of an archive together, and of a gzip stream, when unpacked. */
  unpackedBytes: 2 ** 29,
  entries: 10_000,
  /** Unpacked over packed size; checked from `ratioFromBytes` on, since small repetitive files pack well. */
  ratio: 200,
  ratioFromBytes: 2 ** 24,
};
type Limits = typeof LIMITS;

/** A file without its wrapping. A zip keeps its members, by their name inside; anything else is one member. */
export interface OpenedFile {
  readonly name: string;
  /** SHA-256 of the file as it lies on the disk, lower-case hex. */
  readonly checksum: string;
  /** Without gzip; a zip as it is. */
  readonly bytes: Buffer;
  readonly members: ReadonlyMap<string, Buffer>;
}

/** The member by which a workbook is known. */
export const WORKBOOK = "xl/workbook.xml";
/** What is read of a workbook; its pictures, pivots and drawings are not kept. */
const OF_A_WORKBOOK = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

const startsWith = (bytes: Buffer, ...magic: number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
const isGzip = (bytes: Buffer): boolean => startsWith(bytes, 0x1f, 0x8b);
const isZip = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
/** The mark of POSIX and GNU archives, behind the first header. */
const isTar = (bytes: Buffer): boolean =>
  bytes.length >= 512 && bytes.toString("latin1", 257, 262) === "ustar";
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 0)} MB`;

function assertSize(file: string, what: string, unpacked: number, packed: number, limits: Limits): void {
  const fault = (rule: RuleId, message: string): ImportFault =>
    new ImportFault(`${what} ${message}`, {
      rule,
      file,
      action: "nothing was unpacked; split the file or pack it anew",
    });
  if (unpacked > limits.unpackedBytes)
    throw fault(
      "archive_too_big",
      `unpacks to ${megabytes(unpacked)}: at most ${megabytes(limits.unpackedBytes)} are allowed`,
    );
  if (unpacked > limits.ratioFromBytes && unpacked > limits.ratio * packed)
    throw fault(
      "archive_bomb",
      `unpacks to ${megabytes(unpacked)} from ${megabytes(packed)}: at most ${limits.ratio} times the packed size is allowed`,
    );
}

/** Drains a stream, stopping at the first byte that is too much; returns nothing of it where it is not kept. */
async function drain(
  stream: AsyncIterable<unknown>,
  check: (bytes: number) => void,
  isKept = true,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    check(size);
    if (isKept) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const damaged = (file: string, error: unknown): ImportFault =>
  error instanceof ImportFault
    ? error
    : new ImportFault(`cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`, {
        rule: /invalid relative path|absolute path|invalid characters in fileName/.test(String(error))
          ? "archive_unsafe_name"
          : "archive_damaged",
        file,
        action: "nothing was read",
      });

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

async function unzip(file: string, bytes: Buffer, limits: Limits): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  try {
    const archive = await yauzl.fromBufferPromise(bytes);
    if (archive.entryCount > limits.entries)
      throw new ImportFault(`holds ${archive.entryCount} entries: at most ${limits.entries} are allowed`, {
        rule: "archive_too_many_entries",
        file,
        action: "nothing was unpacked",
      });
    const entries: yauzl.Entry[] = [];
    let declared = 0;
    // the whole directory is judged before the first byte is unpacked
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      if (entry.isEncrypted())
        throw new ImportFault(`entry "${entry.fileName}" is encrypted`, {
          rule: "archive_encrypted",
          file,
          value: entry.fileName,
          action: "nothing was unpacked; pack it without a password",
        });
      declared += entry.uncompressedSize;
      assertSize(file, `entry "${entry.fileName}"`, entry.uncompressedSize, entry.compressedSize, limits);
      assertSize(file, "the archive", declared, bytes.length, limits);
      entries.push(entry);
    }
    const isWorkbook = entries.some(({ fileName }) => fileName === WORKBOOK);
    for (const entry of entries) {
      const isKept = !isWorkbook || OF_A_WORKBOOK.test(entry.fileName);
      const stream = await archive.openReadStreamPromise(entry);
      const check = (size: number): void =>
        assertSize(file, `entry "${entry.fileName}"`, size, entry.compressedSize, limits);
      const unpacked = await drain(stream, check, isKept);
      if (isKept) members.set(entry.fileName, unpacked);
    }
  } catch (error) {
    throw damaged(file, error);
  }
  return members;
}

/** The files of a tar by name; links and devices are left out. */
async function untar(file: string, bytes: Buffer, limits: Limits): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  try {
    const entries = Readable.from([bytes]).pipe(extract());
    for await (const entry of entries) {
      const name = entry.header.name.replace(/^\.\//, "");
      if (name.startsWith("/") || name.split("/").includes(".."))
        throw new ImportFault(`entry "${name}" lies outside of the archive`, {
          rule: "archive_unsafe_name",
          file,
          action: "nothing was read",
        });
      if (entry.header.type !== "file") entry.resume();
      else members.set(name, await drain(entry, () => {}));
      if (members.size > limits.entries)
        throw new ImportFault(`holds more than ${limits.entries} entries`, {
          rule: "archive_too_many_entries",
          file,
          action: "nothing was read",
        });
    }
  } catch (error) {
    throw damaged(file, error);
  }
  return members;
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

/** Reads and unpacks the file at `location`; `name` is what findings call it. Throws an ImportFault whose action helps. */
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
  if (info.size > LIMITS.fileBytes)
    throw fault(
      "file_too_big",
      `has ${megabytes(info.size)}: at most ${megabytes(LIMITS.fileBytes)}`,
      "split it",
    );
  const packed = await readFile(location);
  const checksum = createHash("sha256").update(packed).digest("hex");
  const bytes = await unwrap(name, packed);
  return { name, checksum, bytes, members: await unpack(name, bytes) };
}
