// Facilities as rows: lists by name, kind, area and box; and one with all that is known of it.

import type { facilitiesContract, Facility, FacilitySummary } from "#domain/contract/things";
import type { FacilityFigures, FacilityMeasureId } from "#domain/facilities";
import { comparePeriods } from "#domain/period";
import type { Text } from "#domain/text";
import type { z } from "zod";
import { foldText } from "#server/column_store/search_text";
import { ProblemError } from "#server/errors";
import { namesAbove } from "#server/read/areas/area_names";
import { findArea } from "#server/read/areas/area_rows";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import { figuresOf } from "./thing_tile.ts";

type Asked = Omit<z.infer<typeof facilitiesContract.query>, "release" | "edition" | "period">;

interface FacilityRow {
  readonly id: number;
  readonly kind: string;
  readonly code: string;
  readonly names: Text;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly located: string | null;
  readonly stated: string | null;
  readonly opened: string | null;
  readonly closed: string | null;
  readonly measures: FacilityMeasureId[];
  readonly value: (number | null)[] | null;
}

const COLUMNS = `f.id, f.kind, f.code, f.names, st_x(f.point) as lon, st_y(f.point) as lat, f.located_code as located,
  f.area_code as stated, f.opened, f.closed, b.measures, v.value`;

const OPEN = "(f.opened is null or f.opened <= $2) and (f.closed is null or f.closed > $2)";

/** The facilities that are open in a period; of several sources that have one the first by priority. */
const SOURCES = `thing.facility f join thing.batch b on b.id = f.batch
  left join thing.facility_value v on v.facility = f.id and v.period = $2
  where f.batch = any($1::int[])
    and not exists (
      select from thing.facility o join thing.batch ob on ob.id = o.batch
      where o.code = f.code and o.batch = any($1::int[]) and (ob.priority, ob.id) > (b.priority, b.id))`;

/** Lists the facilities of a period that are asked for. */
export async function listFacilities(
  store: Store,
  release: Release,
  period: string,
  { q, kind, area, bbox, limit }: Asked,
): Promise<{ total: number; facilities: FacilitySummary[] }> {
  const needle = q === undefined ? "" : foldText(q);
  // An unknown area is a 404, not an empty list.
  if (area !== undefined) await findArea(store, release, area);
  const found = await store.rows<FacilityRow & { total: number }>(
    `with recursive inside as (
       select code from geo.area where boundary_version = $3 and code = $4
       union all
       select a.code from inside join geo.area a on a.boundary_version = $3 and a.parent_code = inside.code
     )
     select ${COLUMNS}, count(*) over ()::int as total,
            case when $5 = '' then 0
                 when strpos(f.search, chr(10) || $5 || chr(10)) > 0 then 0
                 when strpos(f.search, chr(10) || $5) > 0 then 1
                 else 2 end as rank
     from ${SOURCES} and ${OPEN}
       and ($4::text is null or coalesce(f.located_code, f.area_code) in (select code from inside))
       and ($5 = '' or strpos(f.search, $5) > 0)
       and ($6::text[] is null or f.kind = any($6))
       and ($7::float8[] is null or f.point && st_makeenvelope($7[1], $7[2], $7[3], $7[4], 4326))
     order by rank, length(f.search) * ($5 <> '')::int, f.code limit $8`,
    [
      release.things,
      period,
      release.boundaryVersion,
      area ?? null,
      needle,
      kind ?? null,
      bbox ? `{${bbox.join()}}` : null,
      limit,
    ],
  );
  const places = await placesOf(store, release, found);
  return {
    total: found[0]?.total ?? 0,
    facilities: found.map((row) => summaryOf(row, places)),
  };
}

interface Place {
  readonly code: string;
  readonly names: Text;
  readonly parentNames: Text[];
}

/** The villages of facilities, by code. */
async function placesOf(
  store: Store,
  release: Release,
  facilities: readonly FacilityRow[],
): Promise<(code: string | null) => Place | null> {
  const level = release.catalog.levels.at(-1)!.id;
  const codes = new Set(facilities.flatMap(({ located, stated }) => [located, stated]));
  const found = await store.rows<{ code: string; idx: number }>(
    "select code, idx from geo.area where boundary_version = $1 and level = $2 and code = any($3::text[])",
    [release.boundaryVersion, level, [...codes].filter((code) => code !== null)],
  );
  const idxOf = new Map(found.map(({ code, idx }) => [code, idx]));
  const index = await store.areas.level(release.boundaryVersion, level);
  const above = await namesAbove(store, release, level);
  return (code) => {
    const idx = code === null ? undefined : idxOf.get(code);
    return code === null || idx === undefined
      ? null
      : { code, names: index.names(idx), parentNames: above(idx) };
  };
}

function summaryOf(
  { kind, code, names, lon, lat, located, stated, measures, value }: FacilityRow,
  placeOf: (code: string | null) => Place | null,
): FacilitySummary {
  const village = placeOf(located) ?? placeOf(stated);
  return {
    code,
    kind,
    names,
    point: lon === null || lat === null ? null : [lon, lat],
    village: village && { code: village.code, names: village.names },
    parentNames: village ? [...village.parentNames] : [],
    figures: figuresOf(measures, value),
  };
}

interface PeriodRow {
  readonly period: string;
  readonly value: (number | null)[];
}

/** One facility, whether it is open in the period or not; throws a 404. */
export async function readFacility(
  store: Store,
  release: Release,
  period: string,
  code: string,
): Promise<Omit<Facility, "release">> {
  const [row] = await store.rows<
    FacilityRow & {
      department: Text;
      fileName: string;
      reportingDate: string | null;
      catchment: string[] | null;
      counts: number[] | null;
    }
  >(
    `select ${COLUMNS}, b.department, b.file_name as "fileName", to_char(b.reporting_date, 'YYYY-MM-DD') as "reportingDate",
            v.catchment, v.catchment_count as counts
     from ${SOURCES} and f.code = $3 limit 1`,
    [release.things, period, code],
  );
  if (!row)
    throw new ProblemError(
      404,
      "unknown facility",
      `unknown facility code "${code}": search by /api/facilities?q=`,
    );
  const trend = await store.rows<PeriodRow>(
    "select period, value from thing.facility_value where facility = $1",
    [row.id],
  );
  const places = await placesOf(store, release, [row]);
  const stated = places(row.stated);
  const { opened, closed, measures, department, fileName, reportingDate } = row;
  return {
    ...summaryOf(row, places),
    period,
    opened,
    closed,
    statedVillage:
      stated && row.located !== null && row.located !== row.stated
        ? { code: stated.code, names: stated.names }
        : null,
    trend: trend
      .map((own) => ({ period: own.period, figures: figuresOf(measures, own.value) as FacilityFigures }))
      .sort((a, b) => comparePeriods(a.period, b.period)),
    catchment: row.catchment && (await catchmentOf(store, release, row.catchment, row.counts ?? [])),
    source: { department, fileName, reportingDate },
  };
}

/** Villages with where they lie, the one that sends most first. */
async function catchmentOf(
  store: Store,
  release: Release,
  codes: readonly string[],
  counts: readonly number[],
): Promise<Facility["catchment"]> {
  const found = await store.rows<{ code: string; names: Text; lon: number | null; lat: number | null }>(
    `select code, names, st_x(point) as lon, st_y(point) as lat from geo.area
     where boundary_version = $1 and code = any($2::text[])`,
    [release.boundaryVersion, codes],
  );
  const byCode = new Map(found.map((place) => [place.code, place]));
  return codes
    .map((code, at) => {
      const place = byCode.get(code);
      const { lon = null, lat = null } = place ?? {};
      return {
        code,
        names: place?.names ?? { en: code },
        centre: lon === null || lat === null ? null : ([lon, lat] as [number, number]),
        count: counts[at] ?? 0,
      };
    })
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
