// Where facilities stand: checks of their points against the territory, their villages and each other.

import Flatbush from "flatbush";
import { around } from "./nearby.ts";
import type { FindingLog } from "#server/import/findings/finding_log";
import type { Position } from "#server/import/boundaries/lon_lat";
import { fromGcj02, isShifted } from "./gcj02.ts";
import { METRES_PER_DEGREE, metresBetween } from "./metres.ts";
import type { VillageIndex } from "./village_index.ts";

/** A facility while it is read. */
export interface Sited {
  readonly row: number;
  readonly code: string;
  readonly kind: string;
  readonly statedCode: string | null;
  point: Position | null;
  locatedCode: string | null;
}

/** Numbers that programs write for "no position". */
const SENTINELS: readonly number[] = [0, -1, 99, 999, 1000, 9999, 99_999, -99, -999, -9999];
const isSentinel = ([x, y]: Position): boolean => x === y && SENTINELS.includes(x);
const DUPLICATE_M = 50;
/** A shift is told from chance by at least so many facilities with an address. */
const FEWEST_SHIFTED = 12;
const SIGNIFICANT = 4;

/**
 * Finds the village of every point, and reports points that cannot be right. A point outside of the territory is dropped, one
 * with longitude and latitude in the wrong order is turned round.
 */
export function locate(
  facilities: readonly Sited[],
  file: string,
  villages: VillageIndex,
  log: FindingLog,
): void {
  for (const facility of facilities) {
    if (!facility.point) continue;
    const { row, code, statedCode } = facility;
    const at = { severity: "warning" as const, file, row, value: facility.point.join(", ") };
    const kept =
      statedCode === null ? "the facility was left out" : "it is kept at the village of its address";
    if (isSentinel(facility.point)) {
      log.addRow({
        ...at,
        rule: "sentinel_coordinates",
        message: `"${code}" has a number for "no position"`,
        action: kept,
      });
      facility.point = null;
      continue;
    }
    facility.locatedCode = villages.villageAt(facility.point);
    if (facility.locatedCode === null) {
      const turned: Position = [facility.point[1], facility.point[0]];
      const village = villages.villageAt(turned);
      if (village !== null) {
        log.addRow({
          ...at,
          rule: "swapped_lon_lat",
          message: `"${code}" lies in the territory with longitude and latitude exchanged`,
          action: "read the other way round",
        });
        facility.point = turned;
        facility.locatedCode = village;
      } else {
        log.addRow({
          ...at,
          rule: "outside_territory",
          message: `"${code}" lies in no village`,
          action: kept,
        });
        facility.point = null;
        continue;
      }
    }
    if (statedCode !== null && statedCode !== facility.locatedCode)
      log.addRow({
        ...at,
        rule: "other_village",
        message: `"${code}" lies in village "${facility.locatedCode}", and its address is "${statedCode}"`,
        action: "both are kept and shown",
      });
  }
}

/** Reports facilities of one kind within 50 m of each other. */
export function reportDuplicates(facilities: readonly Sited[], file: string, log: FindingLog): void {
  const sited = facilities.filter(({ point }) => point !== null);
  if (sited.length < 2) return;
  const index = new Flatbush(sited.length);
  for (const { point } of sited) index.add(point![0], point![1], point![0], point![1]);
  index.finish();
  for (const [at, facility] of sited.entries())
    for (const near of index.search(...around(facility.point!, DUPLICATE_M))) {
      const other = sited[near]!;
      if (near >= at || other.kind !== facility.kind) continue;
      const metres = metresBetween(facility.point!, other.point!);
      if (metres > DUPLICATE_M) continue;
      log.addRow({
        severity: "warning",
        rule: "duplicate_facility",
        file,
        row: facility.row,
        value: facility.code,
        message: `"${facility.code}" lies ${Math.round(metres)} m from "${other.code}" in ${log.rowName(file, other.row)}, of the same kind`,
        action: "both are kept; take one out if they are one",
      });
    }
}

/**
 * Whether points lie off their villages as Chinese web maps shift them: the mean way from the middle of the village is about the
 * shift, and not by chance.
 */
export function looksShifted(facilities: readonly Sited[], villages: VillageIndex): number | null {
  const ways = facilities.flatMap(({ point, statedCode }) => {
    const middle = statedCode === null ? undefined : villages.middleOf(statedCode);
    if (!point || !middle || !isShifted(point)) return [];
    const east = METRES_PER_DEGREE * Math.cos((point[1] * Math.PI) / 180);
    const [lon, lat] = fromGcj02(point);
    return [
      {
        off: [(point[0] - middle[0]) * east, (point[1] - middle[1]) * METRES_PER_DEGREE] as const,
        shift: [(point[0] - lon) * east, (point[1] - lat) * METRES_PER_DEGREE] as const,
      },
    ];
  });
  if (ways.length < FEWEST_SHIFTED) return null;
  // Along the shift: 0 where there is none, the length of the shift where there is one.
  const along = ways.map(({ off, shift }) => (off[0] * shift[0] + off[1] * shift[1]) / Math.hypot(...shift));
  const across = ways.map(({ off, shift }) => (off[0] * shift[1] - off[1] * shift[0]) / Math.hypot(...shift));
  const length = mean(ways.map(({ shift }) => Math.hypot(...shift)));
  const [own, error] = [mean(along), standardError(along)];
  const isSignificant = own > SIGNIFICANT * error && own > length / 2;
  const isAbout = Math.abs(own - length) < Math.max(3 * error, length / 3);
  const isStraight = Math.abs(mean(across)) < Math.max(3 * standardError(across), length / 3);
  return isSignificant && isAbout && isStraight ? Math.round(own) : null;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
