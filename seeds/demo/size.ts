// How big the demo is: areas per level and extent of the land, all derived from the number of villages.

export interface Size {
  readonly villages: number;
  readonly townships: number;
  readonly counties: number;
  readonly prefectures: number;
  readonly provinces: number;
  /** Villages of today that were made in 2019 from two older ones. */
  readonly merges: number;
  /** Villages of former days that were divided in 2017 into two of today. */
  readonly splits: number;
  /** West to east across the middle of the land, in degrees of latitude. */
  readonly width: number;
}

export const DEFAULT_VILLAGES = 3_600;
const MIN_VILLAGES = 20;
const MAX_VILLAGES = 690_000;

const PROVINCE = { villages: DEFAULT_VILLAGES, townships: 300, counties: 24, prefectures: 3, provinces: 1 };
/** Counts of China's statistical divisions. */
const NATION = { villages: 620_573, townships: 41_352, counties: 2_978, prefectures: 342, provinces: 34 };

/** Derives the size of the land from the number of villages; throws on a number that cannot be made. */
export function sizeOf(villages: number): Size {
  if (!Number.isInteger(villages) || villages < MIN_VILLAGES || villages > MAX_VILLAGES)
    throw new RangeError(
      `cannot make ${villages} villages: a whole number from ${MIN_VILLAGES} to ${MAX_VILLAGES}`,
    );
  const growth = Math.log(villages / PROVINCE.villages) / Math.log(NATION.villages / PROVINCE.villages);
  const count = (level: "townships" | "counties" | "prefectures" | "provinces") =>
    Math.max(1, Math.round(PROVINCE[level] * (NATION[level] / PROVINCE[level]) ** growth));
  return {
    villages,
    townships: count("townships"),
    counties: count("counties"),
    prefectures: count("prefectures"),
    provinces: count("provinces"),
    merges: Math.round(villages / 90),
    splits: Math.round(villages / 600),
    width: 4.6 * (villages / PROVINCE.villages) ** 0.42,
  };
}
