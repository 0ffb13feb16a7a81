// The county whose households the demo records: the hardest one of about the usual size.

import type { Land } from "#seeds/demo/land";

type Ground = Pick<Land, "regions" | "hardship" | "size">;

const known = new WeakMap<Ground, number>();

/** The number of that county; of counties with 0.8 to 1.1 of the mean number of villages the one with most hardship. */
function recordedCounty(land: Ground): number {
  const found = known.get(land);
  if (found !== undefined) return found;
  const { regions, hardship, size } = land;
  const cells = Array.from({ length: size.counties }, () => 0);
  const sums = Array.from({ length: size.counties }, () => 0);
  hardship.forEach((value, cell) => {
    const county = regions.countyOf[regions.townshipOf[cell]!]!;
    cells[county]!++;
    sums[county]! += value;
  });
  const usual = hardship.length / size.counties;
  let county = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, count] of cells.entries()) {
    if (count < usual * 0.8 || count > usual * 1.1 || sums[at]! / count <= most) continue;
    county = at;
    most = sums[at]! / count;
  }
  known.set(land, county);
  return county;
}

/** Whether the households of `cell` are recorded. */
export const isRecorded = (land: Ground, cell: number): boolean =>
  land.regions.countyOf[land.regions.townshipOf[cell]!] === recordedCounty(land);
