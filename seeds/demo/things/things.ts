// What the demo brings beside areas and tables: facilities with their figures, and roads.

import type { FacilityMeasureId } from "#domain/facilities";
import type { FacilitiesInput, FacilityInput, FacilityRow, ThingsInput } from "#domain/things";
import { careIn, helpIn } from "#seeds/demo/help";
import type { Land } from "#seeds/demo/land";
import type { Places, Village } from "#seeds/demo/places";
import { mix, uniform } from "#seeds/demo/random";
import { roadLines } from "#seeds/demo/roads/road_lines";
import { clinics, school, townshipOffices, villagesByCell, vocationalSchools } from "./facilities.ts";
import { cellOfSchool, numberOfSchool, schoolYear, type SchoolYear } from "./school_years.ts";
import { bandwidthIn } from "./shares.ts";

/** Of larger demos facilities and roads are not made: they would take longer than all else. */
const MOST_VILLAGES = 60_000;
const BATCH = 2_000;

const SCHOOL_MEASURES = [
  "pupils",
  "places",
  "teachers",
  "classes",
  "devices",
  "bandwidth_kbps",
  "boarding_beds",
] as const satisfies readonly FacilityMeasureId[];

const EDUCATION = { en: "Education", zh: "教育" };
const HEALTH = { en: "Health", zh: "卫健" };
const TRANSPORT = { en: "Transport", zh: "交通" };
const CIVIL = { en: "Civil Affairs", zh: "民政" };

/** Facilities and roads in the years that are `covered`; `checksum` names a part of them with all that it depends on. */
export function demoThings(
  land: Land,
  places: Places,
  covered: readonly number[],
  checksum: (part: string) => string,
): ThingsInput | undefined {
  if (land.size.villages > MOST_VILLAGES) return undefined;
  const of = (part: string) => ({
    id: part,
    fileName: `demo/${part}`,
    checksum: checksum(`${part} years=${covered.length}`),
    priority: 0,
  });
  return {
    facilities: [
      {
        ...of("schools"),
        department: EDUCATION,
        reportingDate: "2022-09-30",
        measures: SCHOOL_MEASURES,
        ...lazy(() => schools(land, places, covered)),
      },
      {
        ...of("vocational_schools"),
        department: EDUCATION,
        reportingDate: "2022-09-30",
        measures: ["pupils", "places", "teachers"],
        ...lazy(() => vocational(land, places, covered)),
      },
      {
        ...of("clinics"),
        department: HEALTH,
        reportingDate: "2022-12-31",
        measures: [],
        ...lazy(() => ({
          facilities: [...clinics({ land, places, villages: villagesByCell(land, places) }, covered)],
          rows: [],
        })),
      },
      {
        ...of("township_offices"),
        department: CIVIL,
        reportingDate: "2022-12-31",
        measures: [],
        ...lazy(() => ({
          facilities: townshipOffices({ land, places, villages: villagesByCell(land, places) }),
          rows: [],
        })),
      },
    ],
    roads: [
      {
        ...of("roads"),
        department: TRANSPORT,
        reportingDate: "2022-12-31",
        roads: () => batches(roadLines(land, places)),
      },
    ],
  };
}

interface Made {
  readonly facilities: readonly FacilityInput[];
  readonly rows: Iterable<FacilityRow>;
}

/** Makes facilities once they are asked for. */
function lazy(make: () => Made): Pick<FacilitiesInput, "facilities" | "rows"> {
  let made: Made | undefined;
  return {
    facilities: () => batches((made ??= make()).facilities),
    rows: () => batches((made ??= make()).rows),
  };
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function schools(land: Land, places: Places, covered: readonly number[]): Made {
  const villages = villagesByCell(land, places);
  const years = covered.map((year) => schoolYear(land, year));
  const pupils = new Map<number, Map<number, number>>();
  for (const [at, { figures }] of years.entries())
    for (const [key, own] of figures) {
      const byYear = pupils.get(key) ?? new Map<number, number>();
      pupils.set(key, byYear.set(covered[at]!, own.pupils));
    }
  const codes = new Map<number, string>();
  const facilities = [...pupils]
    .map(([key, byYear]) => {
      const facility = school({ land, places, villages }, key, byYear, covered);
      codes.set(key, facility.code);
      return facility;
    })
    .sort(byCode);
  return { facilities, rows: schoolRows(land, villages, codes, covered, years) };
}

const byCode = (a: FacilityInput, b: FacilityInput): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0;

function* schoolRows(
  land: Land,
  villages: readonly Village[],
  codes: ReadonlyMap<number, string>,
  covered: readonly number[],
  years: readonly SchoolYear[],
): Generator<FacilityRow> {
  for (const [at, { figures, pupilsOf }] of years.entries())
    for (const [key, own] of figures) {
      const year = covered[at]!;
      yield {
        code: codes.get(key)!,
        period: String(year),
        values: SCHOOL_MEASURES.map((measure) =>
          measure === "bandwidth_kbps"
            ? bandwidthIn(land, cellOfSchool(key), numberOfSchool(key), year)
            : own[measure],
        ),
        catchment: catchmentOf(pupilsOf.get(key)!, villages),
      };
    }
}

/** Sums counts by cell to counts by village, in the order of codes. */
function catchmentOf(
  counts: ReadonlyMap<number, number>,
  villages: readonly Village[],
): NonNullable<FacilityRow["catchment"]> {
  const byCode = new Map<string, number>();
  for (const [cell, count] of counts) {
    const { code } = villages[cell]!;
    byCode.set(code, (byCode.get(code) ?? 0) + count);
  }
  const codes = [...byCode.keys()].sort();
  return { codes, counts: codes.map((code) => byCode.get(code)!) };
}

/** Students under the Yulu plan go to the school of their prefecture, whose other students come from elsewhere. */
function vocational(land: Land, places: Places, covered: readonly number[]): Made {
  const villages = villagesByCell(land, places);
  const facilities = vocationalSchools({ land, places, villages });
  const prefectureOfCell = (cell: number) =>
    land.regions.prefectureOf[land.regions.countyOf[land.regions.townshipOf[cell]!]!]!;
  const rows = function* (): Generator<FacilityRow> {
    for (const year of covered) {
      const counts = facilities.map(() => new Map<number, number>());
      for (let cell = 0; cell < land.mesh.cells; cell++) {
        const count = careIn(land, cell, year, helpIn(land, cell, year)).vocationalEligible;
        if (count > 0) counts[prefectureOfCell(cell)]!.set(cell, count);
      }
      for (const { prefecture, code } of facilities) {
        const own = counts[prefecture]!;
        const pupils = [...own.values()].reduce((sum, count) => sum + count, 0);
        const roomy = 0.92 + 0.2 * uniform(mix(land.seed, 58), prefecture);
        yield {
          code,
          period: String(year),
          values: [pupils, Math.round(pupils * roomy), Math.max(1, Math.round(pupils / 17))],
          catchment: catchmentOf(own, villages),
        };
      }
    }
  };
  return { facilities, rows: { [Symbol.iterator]: rows } };
}
