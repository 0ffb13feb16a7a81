// The members of a zip, judged by its directory before the first byte is unpacked; of a workbook only what says which sheets it has.

import yauzl from "yauzl";
import { ImportFault } from "#server/import/findings/import_fault";
import { assertSize, damaged, drain, type Limits } from "./archive_limits.ts";

/** The member by which a workbook is known. */
export const WORKBOOK = "xl/workbook.xml";
/** What is unpacked of a workbook when it is opened; a sheet is, when it is read. */
const OF_A_WORKBOOK = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/;

/** How a zip begins: with a member, or with the end of its empty directory. */
const MAGIC: readonly string[] = ["504b0304", "504b0506"];

/** Whether bytes are a zip, by their first ones. */
export const isZip = (bytes: Buffer): boolean => MAGIC.includes(bytes.toString("hex", 0, 4));

/** Every file in the directory of a zip; throws an ImportFault for too many, or one with a password. */
async function entriesOf(file: string, archive: yauzl.ZipFile, limits: Limits): Promise<yauzl.Entry[]> {
  if (archive.entryCount > limits.entries)
    throw new ImportFault(`holds ${archive.entryCount} entries: at most ${limits.entries} are allowed`, {
      rule: "archive_too_many_entries",
      file,
      action: "nothing was unpacked",
    });
  const entries: yauzl.Entry[] = [];
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    if (entry.isEncrypted())
      throw new ImportFault(`entry "${entry.fileName}" is encrypted`, {
        rule: "archive_encrypted",
        file,
        value: entry.fileName,
        action: "nothing was unpacked; pack it without a password",
      });
    entries.push(entry);
  }
  return entries;
}

/** The members of a zip by name: all of them, or those of `isWanted`; throws an ImportFault where they are too big or damaged. */
export async function unzip(
  file: string,
  bytes: Buffer,
  limits: Limits,
  isWanted?: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const members = new Map<string, Buffer>();
  try {
    const archive = await yauzl.fromBufferPromise(bytes);
    const all = await entriesOf(file, archive, limits);
    const isWorkbook = all.some(({ fileName }) => fileName === WORKBOOK);
    const isRead = isWanted ?? ((name: string) => !isWorkbook || OF_A_WORKBOOK.test(name));
    const entries = all.filter(({ fileName }) => isRead(fileName));
    let declared = 0;
    for (const { fileName, uncompressedSize, compressedSize } of entries) {
      declared += uncompressedSize;
      assertSize(file, `entry "${fileName}"`, uncompressedSize, compressedSize, limits);
      assertSize(file, "the archive", declared, bytes.length, limits);
    }
    for (const entry of entries) {
      const stream = await archive.openReadStreamPromise(entry);
      const check = (size: number): void =>
        assertSize(file, `entry "${entry.fileName}"`, size, entry.compressedSize, limits);
      members.set(entry.fileName, await drain(stream, check));
    }
  } catch (error) {
    throw damaged(file, error);
  }
  return members;
}

/** Signatures of a zip (APPNOTE 4.3.12, 4.3.16). */
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;

/** A zip whose directory lists only some members: programs that go by it unpack no other. As it is where its directory cannot be read. */
export function withMembers(bytes: Buffer, isKept: (name: string) => boolean): Buffer {
  let end = bytes.length - END_BYTES;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) return bytes;
  const start = bytes.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = start; at + 46 <= end && bytes.readUInt32LE(at) === ENTRY;) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + name + extra + comment;
    if (isKept(bytes.toString("utf8", at + 46, at + 46 + name))) entries.push(bytes.subarray(at, next));
    at = next;
  }
  const directory = Buffer.concat(entries);
  const tail = Buffer.from(bytes.subarray(end, end + END_BYTES));
  tail.writeUInt16LE(entries.length, 8);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt16LE(0, 20);
  return Buffer.concat([bytes.subarray(0, start), directory, tail]);
}
