// The demo dataset: a fictional province (or country) of any size, the same for the same options.

import { createHash } from "node:crypto";
import type { AreaInput, DatasetInput, LineageInput } from "#domain/dataset";
import { demoContext } from "./context/demo_context.ts";
import { rowsOf } from "./facts.ts";
import type { Land } from "./land.ts";
import { LEVELS } from "./levels.ts";
import { makeLand } from "./make_land.ts";
import { MERGED_SINCE } from "./merges.ts";
import { outline } from "./outline.ts";
import { YEARS } from "./periods.ts";
import { type Places, type Village, placesOf } from "./places.ts";
import { isRecorded } from "./register/county.ts";
import { demoRegister } from "./register/register.ts";
import { DEFAULT_VILLAGES } from "./size.ts";
import { SPLIT_SINCE, splitShare } from "./splits.ts";
import { FACT_TABLES } from "./tables/tables.ts";
import { demoThings } from "./things/things.ts";

/** Raise it whenever the same options give other data. */
const GENERATOR_VERSION = 11;
const SOURCE = "Village Lens demo generator: invented land that lies nowhere";
const PROVINCE_TITLE = { en: "Qingyun Province (fictional)", zh: "青云省（虚构）" };
const COUNTRY_TITLE = { en: "Demonstration country (fictional)", zh: "演示国（虚构）" };

export interface DemoOptions {
  readonly villages?: number;
  readonly seed?: number;
  /** How many of its years, the last ones, its tables cover; all by default. */
  readonly years?: number;
  /**
   * Whether the households of one county come as records and not in the tables, except those of departments that count
   * there too. The figures are the same; where a department's number differs, both are kept.
   */
  readonly withRegister?: boolean;
}

/** The demo dataset; geometry and facts are computed while they are read, county by county. */
export function demoDataset(options: DemoOptions = {}): DatasetInput {
  const { villages = DEFAULT_VILLAGES, seed = 1, years = YEARS.length, withRegister = false } = options;
  if (!Number.isInteger(years) || years < 1 || years > YEARS.length)
    throw new RangeError(`years is ${years}: it must be a whole number from 1 to ${YEARS.length}`);
  const covered = YEARS.slice(-years);
  const land = makeLand(villages, seed);
  const places = placesOf(land);
  const checksum = (part: string) =>
    createHash("sha256")
      .update(`demo ${GENERATOR_VERSION} ${part} villages=${villages} seed=${seed}`)
      .digest("hex");
  const things = demoThings(land, places, covered, checksum);
  return {
    manifest: manifestOf(land),
    boundaries: {
      source: SOURCE,
      checksum: checksum("boundaries"),
      date: "2022-12-31",
      areas: (levelId) => areas(land, places, levelId),
    },
    lineage: lineage(land, places),
    context: demoContext(land, places, checksum("seats")),
    tables: FACT_TABLES.map((table) => ({
      id: table.id,
      level: "village",
      measures: table.measures,
      fileName: `demo/${table.id}`,
      checksum: checksum(
        [
          table.id,
          ...(withRegister && table.isOfHouseholds ? ["beside records"] : []),
          ...(years === YEARS.length ? [] : [`years=${years}`]),
        ].join(" "),
      ),
      department: table.department,
      reportingDate: table.reportingDate,
      priority: 0,
      async *rows() {
        for await (const villages of villagesByCounty(land, places))
          yield villages
            .filter(
              ({ cells }) =>
                !withRegister ||
                !table.isOfHouseholds ||
                table.besideRegister !== undefined ||
                !isRecorded(land, cells[0]!),
            )
            .flatMap((village) => rowsOf(land, places, table, village, covered, withRegister));
      },
    })),
    ...(withRegister
      ? { register: demoRegister(land, places, covered, checksum(`register years=${years}`)) }
      : {}),
    ...(things ? { things } : {}),
  };
}

const manifestOf = ({ size }: Land): DatasetInput["manifest"] => ({
  dataset: "demo",
  title: size.provinces === 1 ? PROVINCE_TITLE : COUNTRY_TITLE,
  licence: {
    name: "CC0-1.0",
    attribution: "Fictional demonstration data of Village Lens · 虚构演示数据",
  },
  isFictional: true,
  defaultLanguage: "zh",
  levels: [...LEVELS],
  measures: [],
  indicators: [],
});

/** Areas of one level in the order of their codes; those of one parent at a time, villages of one county at a time. */
async function* areas(land: Land, places: Places, levelId: string): AsyncGenerator<AreaInput[]> {
  const { mesh, project } = land;
  const level = LEVELS.findIndex(({ id }) => id === levelId);
  if (level < 0)
    throw new RangeError(`unknown level "${levelId}": known are ${LEVELS.map(({ id }) => id).join(", ")}`);
  if (level === LEVELS.length - 1) {
    for await (const villages of villagesByCounty(land, places))
      yield villages.map(({ code, parentCode, names, cells }) => ({
        code,
        parentCode,
        names,
        geometry: outline(mesh, cells, (cell) => cells.includes(cell), project),
      }));
    return;
  }
  let batch: AreaInput[] = [];
  for (const [region, place] of places.regions[level]!.entries()) {
    if (batch.length > 0 && batch[0]!.parentCode !== place.parentCode) {
      yield batch;
      batch = [];
    }
    const isInside = (cell: number) => places.regionOf(level, cell) === region;
    batch.push({ ...place, geometry: outline(mesh, places.cellsOf(level, region), isInside, project) });
  }
  yield batch;
}

async function* villagesByCounty({ regions, size }: Land, places: Places): AsyncGenerator<Village[]> {
  for (let township = 0; township < size.townships;) {
    const county = regions.countyOf[township];
    const villages: Village[] = [];
    for (; regions.countyOf[township] === county && township < size.townships; township++)
      for (const village of places.villagesOf(township)) villages.push(village);
    yield villages;
  }
}

/** Two rows for every merged village, which its former codes lead to whole, and for every divided one, by population. */
function lineage(land: Land, places: Places): LineageInput[] {
  const { partner, sibling, regions } = land;
  const townships = new Set<number>();
  for (const others of [partner, sibling])
    others.forEach((other, cell) => {
      if (other !== cell) townships.add(regions.townshipOf[cell]!);
    });
  return [...townships]
    .sort((a, b) => a - b)
    .flatMap((township) => places.villagesOf(township))
    .flatMap(({ code, cells }): LineageInput[] => {
      if (cells.length > 1)
        return cells.map((cell) => ({
          fromCode: places.formerCode(cell),
          toCode: code,
          share: 1,
          kind: "merged",
          since: MERGED_SINCE,
        }));
      const [cell] = cells as [number];
      if (sibling[cell] === cell) return [];
      const share = splitShare(land, cell);
      return [
        { fromCode: places.undividedCode(cell), toCode: code, share, kind: "split", since: SPLIT_SINCE },
      ];
    });
}
