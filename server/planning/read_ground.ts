// Reads what a question stands on from a release, and starts the thread of its travel times.

import type { LonLat, Road } from "#analysis/access/road";
import type { Bbox } from "#domain/bbox";
import { FACILITY_KINDS, facilityKind } from "#domain/facilities";
import { HAS_VALUE } from "#domain/missing";
import type { RoadClass, Surface } from "#domain/road";
import type { OneWay } from "#domain/things";
import { travelScenario } from "#domain/travel";
import { measureColumn } from "#server/column_store/release_record";
import { ProblemError } from "#server/errors";
import { findRange } from "#server/read/areas/area_range";
import { findArea } from "#server/read/areas/area_rows";
import type { IdxRange } from "#server/read/areas/area_index";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { decodeLine } from "#sql/wkb";
import type { Ground, GroundFacility, GroundKey, GroundVillage } from "./ground.ts";
import { TravelThread } from "./travel.ts";

/** Roads and facilities this far around the area count too, degrees: about 30 km. */
const AROUND = 0.3;

/** Most villages of one question. */
const MOST_VILLAGES = 4_000;

/** The last period in which the people of villages are counted. */
export function lastPeriod(release: Release, kind: string): string {
  const demand = facilityKind(kind)?.demand;
  const level = release.catalog.levels.at(-1)!.id;
  const found = [...release.catalog.periods]
    .reverse()
    .find((period) => demand && release.find(level, measureColumn(demand), period));
  if (found !== undefined) return found;
  throw new ProblemError(
    409,
    "nothing to plan for",
    `release ${release.number} does not count who needs a ${kind}: import a table of villages with the measure ${demand ?? "pupils"}`,
  );
}

async function peopleIn(store: Store, release: Release, demand: string, period: string) {
  const level = release.catalog.levels.at(-1)!.id;
  const entry = release.find(level, measureColumn(demand), period);
  if (!entry) throw new ProblemError(404, "no figures", `the measure ${demand} has no figures in ${period}`);
  const { numerator, status } = await store.columns.exact(entry);
  return (idx: number): number | null => (status[idx] === HAS_VALUE ? numerator[idx]! : null);
}

async function pointsIn(store: Store, release: Release, { first, last }: IdxRange) {
  const level = release.catalog.levels.at(-1)!.id;
  const rows = await store.rows<{ idx: number; lon: number | null; lat: number | null }>(
    `select idx, st_x(point) as lon, st_y(point) as lat from geo.area
     where boundary_version = $1 and level = $2 and idx between $3 and $4`,
    [release.boundaryVersion, level, first, last],
  );
  return new Map(
    rows.map(({ idx, lon, lat }): [number, LonLat | null] => [
      idx,
      lon === null || lat === null ? null : [lon, lat],
    ]),
  );
}

interface FacilityRow extends Pick<GroundFacility, "kind" | "names" | "village"> {
  readonly lon: number;
  readonly lat: number;
  readonly places: number | null;
  readonly served: number | null;
}

async function facilitiesNear(store: Store, release: Release, kind: string, period: string, box: Bbox) {
  const { stage, capacity, served } = facilityKind(kind)!;
  const kinds = FACILITY_KINDS.filter((row) => row.stage === stage).map(({ id }) => id);
  return store.rows<FacilityRow>(
    `select f.kind, f.names, st_x(p.point) as lon, st_y(p.point) as lat, coalesce(f.located_code, f.area_code) as village,
            v.value[array_position(b.measures, $9)] as places, v.value[array_position(b.measures, $10)] as served
     from thing.facility f join thing.batch b on b.id = f.batch
       left join thing.facility_value v on v.facility = f.id and v.period = $2
       left join geo.area a on a.boundary_version = $3 and a.code = coalesce(f.located_code, f.area_code)
       cross join lateral (select coalesce(f.point, a.point) as point) p
     where f.batch = any($1::int[]) and f.kind = any($4::text[])
       and (f.opened is null or f.opened <= $2) and (f.closed is null or f.closed > $2)
       and p.point && st_makeenvelope($5, $6, $7, $8, 4326)
       and not exists (
         select from thing.facility o join thing.batch ob on ob.id = o.batch
         where o.code = f.code and o.batch = any($1::int[]) and (ob.priority, ob.id) > (b.priority, b.id))
     order by f.code`,
    [release.things, period, release.boundaryVersion, kinds, ...box, capacity, served],
  );
}

/** The facilities, with the places that villages of the area can have in them. */
function groundFacilities(rows: readonly FacilityRow[], kind: string, codes: ReadonlySet<string>) {
  return rows.map(({ lon, lat, places, served, ...row }): GroundFacility => {
    const isOwn = row.village !== null && codes.has(row.village);
    const free = places === null || served === null ? null : Math.max(0, places - served);
    return { ...row, at: [lon, lat], isCounted: row.kind === kind, places: isOwn ? places : free };
  });
}

const DIRECTIONS: Readonly<Record<OneWay, Road["oneWay"]>> = { both: 0, forward: 1, backward: -1 };

interface RoadRow {
  readonly id: number;
  readonly class: RoadClass;
  readonly surface: Surface;
  readonly line: Buffer;
  readonly speed_kmh: number | null;
  readonly one_way: OneWay;
  readonly level: number;
}

async function roadsNear(store: Store, release: Release, period: string, box: Bbox): Promise<Road[]> {
  const rows = await store.rows<RoadRow>(
    `select id, class, surface, st_asbinary(line, 'NDR') as line, speed_kmh, one_way, level from thing.road
     where batch = any($1::int[]) and line && st_makeenvelope($3, $4, $5, $6, 4326)
       and (opened is null or opened <= $2) and (closed is null or closed > $2)
     order by id`,
    [release.things, period, ...box],
  );
  return rows.map((row) => ({
    id: String(row.id),
    line: decodeLine(row.line).map(([lon, lat]) => [lon!, lat!] as const),
    roadClass: row.class,
    surface: row.surface,
    oneWay: DIRECTIONS[row.one_way],
    speedKmh: row.speed_kmh,
    grade: row.level,
  }));
}

/** Bbox of points with the surroundings that count too. */
function boxAround(points: Iterable<LonLat | null>): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    if (!point) continue;
    [west, south] = [Math.min(west, point[0]), Math.min(south, point[1])];
    [east, north] = [Math.max(east, point[0]), Math.max(north, point[1])];
  }
  return [west - AROUND, south - AROUND, east + AROUND, north + AROUND];
}

/** Codes of the areas that a township lies in, by its number. */
async function areasAbove(store: Store, release: Release): Promise<(township: number) => string[]> {
  const levels = release.catalog.levels.slice(0, -1).reverse();
  const [own, ...upper] = await Promise.all(
    levels.map(({ id }) => store.areas.level(release.boundaryVersion, id)),
  );
  return (township) => {
    let [from, at] = [own!, township];
    return upper.map((index) => {
      at = from.parent(at);
      from = index;
      return index.code(at);
    });
  };
}

async function villagesOf(
  store: Store,
  release: Release,
  range: IdxRange,
  points: ReadonlyMap<number, LonLat | null>,
  people: (idx: number) => number | null,
  facilities: readonly Pick<FacilityRow, "kind" | "village">[],
  kind: string,
) {
  const [above, level] = release.catalog.levels.slice(-2).map(({ id }) => id) as [string, string];
  const index = await store.areas.level(release.boundaryVersion, level);
  const parents = await store.areas.level(release.boundaryVersion, above);
  const isKind = (row: Pick<FacilityRow, "kind">): boolean => row.kind === kind;
  const withOne = new Set(facilities.filter(isKind).map(({ village }) => village));
  const withSmaller = new Set(facilities.filter((row) => !isKind(row)).map(({ village }) => village));
  const codesAbove = await areasAbove(store, release);
  const first = index.parent(range.first);
  const villages: GroundVillage[] = [];
  for (let idx = range.first; idx <= range.last; idx++) {
    const code = index.code(idx);
    villages.push({
      code,
      names: index.names(idx),
      township: index.parent(idx) - first,
      at: points.get(idx) ?? null,
      people: people(idx),
      hasOne: withOne.has(code),
      hasSmaller: withSmaller.has(code),
    });
  }
  const townships = Array.from({ length: index.parent(range.last) - first + 1 }, (_, at) => ({
    code: parents.code(first + at),
    names: parents.names(first + at),
    above: codesAbove(first + at),
  }));
  return { villages, townships };
}

/** What a question stands on, and the thread that goes on timing points of it. */
export async function readGround(
  store: Store,
  release: Release,
  key: GroundKey,
): Promise<{ ground: Ground; thread: TravelThread }> {
  const { area, kind, period } = key;
  const demand = facilityKind(kind)!.demand;
  const level = release.catalog.levels.at(-1)!.id;
  if (demand === null || release.catalog.levels.length < 2) lastPeriod(release, kind);
  const range = await findRange(store, release, level, area, "area");
  const count = range.last - range.first + 1;
  if (count > MOST_VILLAGES)
    throw new ProblemError(
      400,
      "area too large",
      `area "${area}" has ${count} areas of the level ${level}: plans are made for at most ${MOST_VILLAGES}`,
    );
  const { detail } = await findArea(store, release, area);
  const people = await peopleIn(store, release, demand!, period);
  const points = await pointsIn(store, release, range);
  const box = boxAround(points.values());
  const rows = await facilitiesNear(store, release, kind, period, box);
  const roads = await roadsNear(store, release, period, box);
  if (roads.length === 0)
    throw new ProblemError(
      409,
      "no roads",
      `no roads are stored in or near area "${area}": import a profile with a section roads`,
    );
  const { villages, townships } = await villagesOf(store, release, range, points, people, rows, kind);
  const facilities = groundFacilities(rows, kind, new Set(villages.map(({ code }) => code)));
  const thread = new TravelThread({
    roads,
    scenario: travelScenario(key.travel),
    villages: villages.map(({ at }) => at),
    facilities: facilities.flatMap(({ at, isCounted }) => (isCounted ? [at] : [])),
  });
  const ground: Ground = {
    key,
    release: release.number,
    area: { code: area, names: detail.names, bbox: detail.bbox ?? [box[0], box[1], box[2], box[3]] },
    demand: demand!,
    villages,
    townships,
    facilities,
    travel: await thread.travel(),
    minutesTo: (at) => thread.column(at),
  };
  return { ground, thread };
}
