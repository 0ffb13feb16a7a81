// A value, or the reason it is missing. Missing is never zero.

import type { Text } from "./text.ts";

interface MissingReason {
  /** Status byte in release columns; 0 is kept for "there is a number". */
  readonly status: number;
  /** The 3-letter string that stands for the value in a tile. */
  readonly tileCode: string;
  readonly label: Text;
}

export const MISSING = {
  "not-surveyed": { status: 1, tileCode: "N/A", label: { en: "not surveyed", zh: "未调查" } },
  suppressed: {
    status: 2,
    tileCode: "SUP",
    label: { en: "withheld for privacy", zh: "涉及个人隐私，不予公开" },
  },
  "not-applicable": { status: 3, tileCode: "N/P", label: { en: "not applicable", zh: "不适用" } },
} as const satisfies Record<string, MissingReason>;

export type Missing = keyof typeof MISSING;

export const MISSING_REASONS = Object.keys(MISSING) as Missing[];

/** Status byte of a column entry that holds a number. */
export const HAS_VALUE = 0;

/** A number, or why there is none. */
export type Value = number | Missing;

export const isMissing = (value: Value): value is Missing => typeof value === "string";

const REASON_BY_STATUS = new Map<number, Missing>(MISSING_REASONS.map((id) => [MISSING[id].status, id]));

/** Gives the reason for a status byte; throws on 0 and on an unknown byte. */
export function missingOfStatus(status: number): Missing {
  const reason = REASON_BY_STATUS.get(status);
  if (!reason)
    throw new RangeError(
      `unknown status byte ${status}: known are 1 (not-surveyed), 2 (suppressed), 3 (not-applicable)`,
    );
  return reason;
}
