// Villages with their pupils, and the facilities that pupils go to, by period.

import type { Knex } from "knex";
import type { LonLat } from "#analysis/access/road";
import { FACILITY_KINDS } from "#domain/facilities";
import { HAS_VALUE } from "#domain/missing";
import { currentBatches } from "#server/release/release_inputs";
import { query } from "#sql/query";

/** What is counted of the villages: those who need a school. */
export const DEMAND = "pupils";
const CAPACITY = "places";

/** Kinds of facilities that pupils go to. */
export const SCHOOL_KINDS: readonly string[] = FACILITY_KINDS.filter(
  ({ demand, capacity }) => demand === DEMAND && capacity === CAPACITY,
).map(({ id }) => id);

/** Areas of the lowest level by idx. */
export interface Villages {
  readonly codes: readonly string[];
  /** Null where no place is known. */
  readonly points: readonly (LonLat | null)[];
}

/** The areas of a level in a boundary version. */
export async function readVillages(db: Knex, boundaryVersion: number, level: string): Promise<Villages> {
  const rows = await query<{ code: string; lon: number | null; lat: number | null }>(
    db,
    `select code, st_x(point) as lon, st_y(point) as lat from geo.area
     where boundary_version = ? and level = ? order by idx`,
    [boundaryVersion, level],
  );
  return {
    codes: rows.map(({ code }) => code),
    points: rows.map(({ lon, lat }) => (lon === null || lat === null ? null : [lon, lat])),
  };
}

/** Pupils of each village by period; not a number where they are not known. Of two tables the one of higher priority counts. */
export async function readPupils(
  db: Knex,
  { codes }: Villages,
  level: string,
): Promise<ReadonlyMap<string, Float64Array>> {
  const idxOf = new Map(codes.map((code, idx) => [code, idx]));
  const byPeriod = new Map<string, Float64Array>();
  for (const batch of await currentBatches(db)) {
    const at = batch.measures.indexOf(DEMAND) + 1;
    if (at === 0 || batch.level !== level) continue;
    const rows = await query<{ code: string; period: string; value: number }>(
      db,
      `select area_code as code, period, value[?] as value from fact.measure_value
       where batch = ? and coalesce(missing[?], ${HAS_VALUE}) = ${HAS_VALUE}`,
      [at, batch.id, at],
    );
    for (const { code, period, value } of rows) {
      const idx = idxOf.get(code);
      const pupils = byPeriod.get(period) ?? new Float64Array(codes.length).fill(Number.NaN);
      byPeriod.set(period, pupils);
      if (idx !== undefined && Number.isNaN(pupils[idx])) pupils[idx] = value;
    }
  }
  return byPeriod;
}

export interface School {
  /** Of thing.facility. */
  readonly number: number;
  readonly kind: string;
  readonly at: LonLat;
  readonly opened: string | null;
  readonly closed: string | null;
  /** Places by period, where they are stated. */
  readonly places: Readonly<Record<string, number>>;
}

/** Schools of the current batches by number; one without a point stands at its village, one without either is left out. */
export async function readSchools(db: Knex, boundaryVersion: number): Promise<School[]> {
  const rows = await query<
    Omit<School, "at" | "places"> & { lon: number; lat: number; places: School["places"] | null }
  >(
    db,
    `select f.id as number, f.kind, f.opened, f.closed,
            st_x(coalesce(f.point, a.point)) as lon, st_y(coalesce(f.point, a.point)) as lat,
            (select jsonb_object_agg(v.period, v.value[array_position(b.measures, ?)])
                    filter (where v.value[array_position(b.measures, ?)] is not null)
             from thing.facility_value v where v.facility = f.id) as places
     from thing.facility f join thing.batch b on b.id = f.batch
       left join geo.area a on a.boundary_version = ? and a.code = coalesce(f.located_code, f.area_code)
     where b.state = 'current' and f.kind = any(?::text[]) and coalesce(f.point, a.point) is not null
     order by f.id`,
    [CAPACITY, CAPACITY, boundaryVersion, [...SCHOOL_KINDS]],
  );
  return rows.map(({ lon, lat, places, ...school }) => ({ ...school, at: [lon, lat], places: places ?? {} }));
}
