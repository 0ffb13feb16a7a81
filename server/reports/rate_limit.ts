// How many reports an address may send: buckets that fill by the hour, kept in the database (`report.take`).

import { isIPv6 } from "node:net";
import { ProblemError } from "#server/errors";

export interface Rate {
  /** At once, and in the long run. */
  readonly burst: number;
  readonly perHour: number;
}

/** Without proof of work an address waits longer, as do all of them together. */
export const REPORT_RATES = {
  proven: { burst: 10, perHour: 20 },
  unproven: { burst: 2, perHour: 4 },
  unprovenOfAll: { burst: 60, perHour: 120 },
} as const satisfies Record<string, Rate>;

const ALL = "all";

/** Who an address belongs to: of IPv6 the network of 64 bits, in which one household has all addresses. */
export const senderOf = (address: string): string =>
  isIPv6(address) && !address.startsWith("::ffff:") ? networkOf(address) : address.replace(/^::ffff:/, "");

function networkOf(address: string): string {
  const [head = "", tail] = address.split("%")[0]!.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** Counts against the bucket of a name, shared by all servers of a database; resolves to the seconds to wait, 0 where it is taken. */
export type Take = (name: string, rate: Rate) => Promise<number>;

/** Counts a report of a sender; rejects with a 429 and the seconds to wait where that are too many. */
export async function payRate(sender: string, isProven: boolean, take: Take): Promise<void> {
  const buckets: readonly (readonly [name: string, rate: Rate])[] = isProven
    ? [[`proven ${sender}`, REPORT_RATES.proven]]
    : [
        [`unproven ${sender}`, REPORT_RATES.unproven],
        [ALL, REPORT_RATES.unprovenOfAll],
      ];
  for (const [name, rate] of buckets) {
    const seconds = Math.ceil(await take(name, rate));
    if (seconds === 0) continue;
    throw new ProblemError(
      429,
      "too many reports",
      `more than ${rate.burst} reports at once and ${rate.perHour} an hour are not taken: try again in ${seconds} s`,
      seconds,
    );
  }
}
