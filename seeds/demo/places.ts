// The places of the demo: code and name of every region and village, township by township.

import type { Text } from "#domain/text";
import type { Land } from "./land.ts";
import { named, provinceStem, regionStem, type Setting, villageStem } from "./names.ts";
import { mix } from "./random.ts";

export interface Place {
  /** Twelve digits. */
  readonly code: string;
  readonly parentCode: string | null;
  readonly names: Text;
}

export interface Village extends Place {
  /** One cell; two where two villages were merged. */
  readonly cells: readonly number[];
}

export interface Places {
  /** Provinces, prefectures, counties, townships: by number, which is the order of codes. */
  readonly regions: readonly (readonly Place[])[];
  /** Number of the region of that level (0 province to 3 township) which `cell` lies in. */
  regionOf(level: number, cell: number): number;
  cellsOf(level: number, region: number): Uint32Array;
  /** Villages of today in the order of their codes. */
  villagesOf(township: number): Village[];
  /** Code of a cell's village before 2019. */
  formerCode(cell: number): string;
  /** Code until 2017 of the village that a cell's village was divided from. */
  undividedCode(cell: number): string;
}

const TOWNSHIP = 3;

/**
 * Two-digit province codes that China does not use, from 99 down. Real ones are 11–15, 21–23, 31–37, 41–46, 50–54,
 * 61–65, 71, 81 and 82.
 */
const PROVINCE_CODES = [
  99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 88, 87, 86, 85, 84, 83, 80, 79, 78, 77, 76, 75, 74, 73, 72, 70,
  69, 68, 67, 66, 60, 59, 58, 57, 56, 55,
];
/** Residents' communities have village numbers from 001, villages from 201. */
const FIRST_VILLAGE = 201;

/** Codes and names of all places of `land`. */
export function placesOf(land: Land): Places {
  const { regions, mesh, terrain, partner, sibling } = land;
  const salt = mix(land.seed, 20);
  const lists = namedRegions(land, salt);
  const townships = lists[TOWNSHIP]!;
  const ancestors = [regions.provinceOf, regions.prefectureOf, regions.countyOf];
  const regionOf = (level: number, cell: number) => {
    let region = regions.townshipOf[cell]!;
    for (let above = TOWNSHIP; above > level; above--) region = ancestors[above - 1]![region]!;
    return region;
  };
  const sorted = lists.map(({ length }, level) =>
    sortedBy((cell) => regionOf(level, cell), mesh.cells, length),
  );
  const cellsOf = (level: number, region: number) => {
    const { order, start } = sorted[level]!;
    return order.subarray(start[region]!, start[region + 1]!);
  };
  const codeOf = (township: number, number: number) =>
    townships[township]!.code.slice(0, 9) + String(number).padStart(3, "0");
  const formerCode = (cell: number) => {
    const township = regions.townshipOf[cell]!;
    return codeOf(township, FIRST_VILLAGE + cellsOf(TOWNSHIP, township).indexOf(cell));
  };
  const undividedCode = (cell: number) => {
    const township = regions.townshipOf[cell]!;
    const cells = cellsOf(TOWNSHIP, township);
    const merges = cells.filter((each) => partner[each]! > each).length;
    const divided = cells.filter((each) => sibling[each]! > each);
    const number = divided.indexOf(Math.min(cell, sibling[cell]!));
    return codeOf(township, FIRST_VILLAGE + cells.length + merges + number);
  };
  const placeOf = (cell: number): Setting => {
    const x = mesh.sites[2 * cell]!;
    const y = mesh.sites[2 * cell + 1]!;
    if (terrain.valley(x, y) > 0.4) return "water";
    return terrain.elevation(x, y) > 0.3 ? "mountain" : "open";
  };
  return {
    regions: lists,
    regionOf,
    cellsOf,
    formerCode,
    undividedCode,
    villagesOf(township) {
      const cells = cellsOf(TOWNSHIP, township);
      const taken = new Set<string>();
      const village = (cell: number, code: string, cells: number[]): Village => ({
        code,
        parentCode: townships[township]!.code,
        names: named(villageStem(mix(mix(salt, 4), cell), taken, placeOf(cell)), "村", "Village"),
        cells,
      });
      const plain = [...cells].filter((cell) => partner[cell] === cell);
      const merged = [...cells].filter((cell) => partner[cell]! > cell);
      return [
        ...plain.map((cell) => village(cell, formerCode(cell), [cell])),
        ...merged.map((cell, index) =>
          village(cell, codeOf(township, FIRST_VILLAGE + cells.length + index), [cell, partner[cell]!]),
        ),
      ];
    },
  };
}

/** Provinces, prefectures, counties and townships with codes and names. */
function namedRegions({ regions, size }: Land, salt: number): Place[][] {
  const provinceCodes = PROVINCE_CODES.slice(0, size.provinces).sort((a, b) => a - b);
  const taken = new Set<string>();
  const provinces = provinceCodes.map((code, index): Place => ({
    code: String(code).padEnd(12, "0"),
    parentCode: null,
    // The name of the demo goes to the first of the codes.
    names: named(provinceStem(mix(salt, index), taken, provinceCodes.length - 1 - index), "省", "Province"),
  }));
  const prefectures = children(mix(salt, 1), provinces, regions.provinceOf, 4, () => ["市", "City"]);
  const counties = children(mix(salt, 2), prefectures, regions.prefectureOf, 6, (number) =>
    number === 1 ? ["区", "District"] : number % 7 === 4 ? ["市", "City"] : ["县", "County"],
  );
  const withTown = new Set(Array.from(regions.townOf, (town) => regions.townshipOf[town]!));
  const townships = children(mix(salt, 3), counties, regions.countyOf, 9, (number, township) =>
    withTown.has(township) ? ["街道", "Subdistrict"] : number % 5 < 3 ? ["镇", "Town"] : ["乡", "Township"],
  );
  return [provinces, prefectures, counties, townships];
}

/** Names and numbers the regions of one level within their parents; codes are filled up to the digit `width`. */
function children(
  seed: number,
  parents: readonly Place[],
  parentOf: Uint32Array,
  width: number,
  kind: (number: number, index: number) => [string, string],
): Place[] {
  const prefix = { 4: 2, 6: 4, 9: 6 }[width]!;
  const everywhere = parentOf.length < 1_000 ? new Set<string>() : null;
  let taken = new Set<string>();
  let number = 0;
  return Array.from(parentOf, (parent, index) => {
    if (parent !== parentOf[index - 1]) {
      number = 0;
      taken = everywhere ?? new Set();
    }
    number++;
    const { code } = parents[parent]!;
    return {
      code: (code.slice(0, prefix) + String(number).padStart(width - prefix, "0")).padEnd(12, "0"),
      parentCode: code,
      names: named(regionStem(mix(seed, index), taken), ...kind(number, index)),
    };
  });
}

/** Cells sorted by region, and where each region starts. */
function sortedBy(
  regionOf: (cell: number) => number,
  cells: number,
  regions: number,
): { order: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(regions + 1);
  for (let cell = 0; cell < cells; cell++) start[regionOf(cell) + 1]!++;
  for (let region = 0; region < regions; region++) start[region + 1]! += start[region]!;
  const next = start.slice();
  const order = new Uint32Array(cells);
  for (let cell = 0; cell < cells; cell++) order[next[regionOf(cell)]!++] = cell;
  return { order, start };
}
