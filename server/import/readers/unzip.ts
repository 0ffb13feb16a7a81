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

/** Signatures and sizes of the records of a zip (APPNOTE 4.3.12, 4.3.16). */
const ENTRY = { mark: 0x02014b50, bytes: 46 };
const END = { mark: 0x06054b50, bytes: 22 };

/** An entry of the directory of a zip: its record there, and where the member begins. */
interface Listed {
  readonly name: string;
  readonly record: Buffer;
  readonly at: number;
}

/** The directory of a zip, and its own place; null where it cannot be read, or is that of a zip of more than 4 GB. */
function directoryOf(bytes: Buffer): { listed: Listed[]; start: number } | null {
  let end = bytes.length - END.bytes;
  while (end >= 0 && bytes.readUInt32LE(end) !== END.mark) end--;
  if (end < 0) return null;
  const start = bytes.readUInt32LE(end + 16);
  const listed: Listed[] = [];
  for (let at = start; at + ENTRY.bytes <= end && bytes.readUInt32LE(at) === ENTRY.mark;) {
    const name = bytes.readUInt16LE(at + 28);
    const next = at + ENTRY.bytes + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    listed.push({
      name: bytes.toString("utf8", at + ENTRY.bytes, at + ENTRY.bytes + name),
      record: bytes.subarray(at, next),
      at: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  return listed.every(({ at }) => at < start) ? { listed, start } : null;
}

/** A zip of only some members of another, packed as they are there. The other itself where its directory cannot be read. */
export function withMembers(bytes: Buffer, isKept: (name: string) => boolean): Buffer {
  const directory = directoryOf(bytes);
  if (!directory) return bytes;
  const { listed, start } = directory;
  const places = [...listed.map(({ at }) => at), start].toSorted((a, b) => a - b);
  const members: Buffer[] = [];
  const records: Buffer[] = [];
  let size = 0;
  for (const { name, record, at } of listed) {
    if (!isKept(name)) continue;
    const member = bytes.subarray(
      at,
      places.find((place) => place > at),
    );
    const own = Buffer.from(record);
    own.writeUInt32LE(size, 42);
    members.push(member);
    records.push(own);
    size += member.length;
  }
  const tail = Buffer.alloc(END.bytes);
  tail.writeUInt32LE(END.mark, 0);
  tail.writeUInt16LE(records.length, 8);
  tail.writeUInt16LE(records.length, 10);
  tail.writeUInt32LE(
    records.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  tail.writeUInt32LE(size, 16);
  return Buffer.concat([...members, ...records, tail]);
}
