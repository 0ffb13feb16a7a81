// How many reports an address may send: buckets that fill by the hour.

import { isIPv6 } from "node:net";
import { ProblemError } from "#server/errors";

interface Rate {
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

const HOUR_MS = 3_600_000;
const MAX_ADDRESSES = 20_000;
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

interface Bucket {
  tokens: number;
  at: number;
}

export class RateLimit {
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** `now` gives milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts a report of a sender; throws a 429 with the seconds to wait where that are too many. */
  pay(sender: string, isProven: boolean): void {
    if (isProven) {
      this.#take(`proven ${sender}`, REPORT_RATES.proven);
      return;
    }
    this.#take(`unproven ${sender}`, REPORT_RATES.unproven);
    this.#take(ALL, REPORT_RATES.unprovenOfAll);
  }

  #take(key: string, { burst, perHour }: Rate): void {
    const now = this.#now();
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const filled = Math.min(burst, tokens + ((now - at) / HOUR_MS) * perHour);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: filled < 1 ? filled : filled - 1, at: now });
    if (this.#buckets.size > MAX_ADDRESSES) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (filled >= 1) return;
    const seconds = Math.ceil(((1 - filled) / perHour) * 3600);
    throw new ProblemError(
      429,
      "too many reports",
      `more than ${burst} reports at once and ${perHour} an hour are not taken: try again in ${seconds} s`,
      seconds,
    );
  }
}
