// Reads bytes as an import reads a file: for the tests of the formats.

import type { Finding } from "#domain/import_finding";
import { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { unpack, unwrap } from "#server/import/readers/open_file";
import { readSource } from "#server/import/readers/read";
import type { Source, SourceOptions, SourceRow } from "#server/import/readers/source";

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The source, its rows, and what was found on the way, with its rules. */
export async function openBytes(
  bytes: Buffer | string,
  options: SourceOptions = {},
): Promise<{ source: Source; rows: SourceRow[]; findings: readonly Finding[]; rules: string[] }> {
  const log = new FindingLog();
  const unwrapped = await unwrap("x", Buffer.from(bytes));
  const opened = { name: "x", checksum: "", bytes: unwrapped, members: await unpack("x", unwrapped) };
  const source = await readSource(opened, log, options);
  const rows = await collect(source.rows());
  return { source, rows, findings: log.all, rules: log.all.map(({ rule }) => rule) };
}

/** The rule by which the bytes are refused; "read" where they are not. */
export async function faultOf(bytes: Buffer | string, options?: SourceOptions): Promise<string> {
  try {
    await openBytes(bytes, options);
  } catch (error) {
    if (error instanceof ImportFault) return error.part.rule;
    throw error;
  }
  return "read";
}
