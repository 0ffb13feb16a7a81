// What archives may hold, and the faults of those that hold more or are damaged.

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
export type Limits = typeof LIMITS;

/** A number of bytes for people. */
export const megabytes = (bytes: number): string =>
  `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 0)} MB`;

/** Throws an ImportFault for what unpacks to too much, of itself or for its packed size. */
export function assertSize(
  file: string,
  what: string,
  unpacked: number,
  packed: number,
  limits: Limits,
): void {
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
export async function drain(
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

/** The fault of an archive that cannot be unpacked; one that was made before is returned as it is. */
export const damaged = (file: string, error: unknown): ImportFault =>
  error instanceof ImportFault
    ? error
    : new ImportFault(`cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`, {
        rule: /invalid relative path|absolute path|invalid characters in fileName/.test(String(error))
          ? "archive_unsafe_name"
          : "archive_damaged",
        file,
        action: "nothing was read",
      });
