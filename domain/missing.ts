// A value, or the reason it is missing. Missing is never zero. A new reason is a row of MISSING.

import type { ProductText } from "./text.ts";

interface MissingReason {
  /** Status byte in release columns; 0 is kept for "there is a number". Written into releases: never changed. */
  readonly status: number;
  /** The 3-letter string that stands for the value in a tile. */
  readonly tileCode: string;
  /** Of two reasons for one figure the one of higher severity is given; no two are equal. */
  readonly severity: number;
  /** How the map and the legend show it: a pattern, or the outline of the area alone. */
  readonly swatch: "hatch" | "dots" | "outline";
  /** What stands in the cells of a table instead of a number, lower case. */
  readonly cellTexts: readonly string[];
  readonly label: ProductText;
}

export const MISSING = {
  "not-surveyed": {
    status: 1,
    tileCode: "N/A",
    severity: 3,
    swatch: "hatch",
    cellTexts: [
      "",
      "-",
      "–",
      "—",
      "..",
      "...",
      "…",
      "n/a",
      "na",
      "nan",
      "null",
      "#n/a",
      "/",
      "／",
      "缺失",
      "无",
      "未调查",
    ],
    label: { en: "not surveyed", zh: "未调查" },
  },
  suppressed: {
    status: 2,
    tileCode: "SUP",
    severity: 2,
    swatch: "dots",
    cellTexts: ["suppressed", "*", "c", "x", "保密"],
    label: { en: "withheld for privacy", zh: "涉及个人隐私，不予公开" },
  },
  "not-applicable": {
    status: 3,
    tileCode: "N/P",
    severity: 1,
    swatch: "outline",
    cellTexts: ["not applicable", "不适用"],
    label: { en: "not applicable", zh: "不适用" },
  },
} as const satisfies Record<string, MissingReason>;

export type Missing = keyof typeof MISSING;

export const MISSING_REASONS = Object.keys(MISSING) as [Missing, ...Missing[]];

/** Status byte of a column entry that holds a number. */
export const HAS_VALUE = 0;

/** A number, or why there is none. */
export type Value = number | Missing;

export const isMissing = (value: Value): value is Missing => typeof value === "string";

const REASON_BY_STATUS = new Map<number, Missing>(
  MISSING_REASONS.map((reason) => [MISSING[reason].status, reason]),
);

/** The reason that a status byte stands for; throws a RangeError on 0 and on an unknown byte. */
export function missingOfStatus(status: number): Missing {
  const reason = REASON_BY_STATUS.get(status);
  if (reason) return reason;
  const known = MISSING_REASONS.map((id) => `${MISSING[id].status} (${id})`).join(", ");
  throw new RangeError(`unknown status byte ${status}: known are ${known}`);
}

/** By status byte; 0 for that of a number. */
const SEVERITIES = new Uint8Array(256);
for (const { status, severity } of Object.values(MISSING)) SEVERITIES[status] = severity;

/** The status byte of a figure that needs two others: the more severe of their reasons, `HAS_VALUE` where both have a number. */
export const moreSevere = (a: number, b: number): number => (SEVERITIES[b]! > SEVERITIES[a]! ? b : a);

/** A number for every reason, from a function of it. */
export const byReason = (count: (reason: Missing) => number): Record<Missing, number> =>
  Object.fromEntries(MISSING_REASONS.map((reason) => [reason, count(reason)])) as Record<Missing, number>;
