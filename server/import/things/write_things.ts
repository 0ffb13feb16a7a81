// Writes facilities and roads as batches of their own, which replace the current ones of the same source.

import type { Knex } from "knex";
import type { Finding } from "#domain/import_finding";
import { comparePeriods } from "#domain/period";
import type { Progress } from "#domain/progress";
import type { FacilitiesInput, FacilityInput, FacilityRow, RoadInput, RoadsInput } from "#domain/things";
import { searchText } from "#server/column_store/search_text";
import { query } from "#sql/query";
import { encodeLine } from "#sql/wkb";

export type ThingSection = "facilities" | "roads";

interface BatchSource extends Pick<
  FacilitiesInput,
  "id" | "checksum" | "fileName" | "department" | "reportingDate" | "priority"
> {
  readonly section: ThingSection;
  readonly measures: readonly string[];
  readonly rowCount: number;
}

async function newBatch(
  trx: Knex.Transaction,
  { section, measures, rowCount, ...source }: BatchSource,
  findings: readonly Finding[],
  importedBy: string,
): Promise<number> {
  await query(
    trx,
    "update thing.batch set state = 'replaced' where section = ? and source_id = ? and state = 'current'",
    [section, source.id],
  );
  const [row] = await query<{ id: number }>(
    trx,
    `insert into thing.batch (section, source_id, checksum, file_name, department, reporting_date, priority, measures,
                              row_count, findings, imported_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    [
      section,
      source.id,
      source.checksum,
      source.fileName,
      JSON.stringify(source.department),
      source.reportingDate,
      source.priority,
      [...measures],
      rowCount,
      JSON.stringify(findings.filter(({ file }) => file === source.fileName)),
      importedBy,
    ],
  );
  return row!.id;
}

/** Writes one source of facilities with their figures; returns its batch. */
export async function writeFacilities(
  trx: Knex.Transaction,
  source: FacilitiesInput,
  findings: readonly Finding[],
  importedBy: string,
  onProgress: Progress,
): Promise<number> {
  const pages = [...source.facilities()];
  const rowCount = pages.reduce((sum, page) => sum + page.length, 0);
  const batch = await newBatch(
    trx,
    { ...source, section: "facilities", measures: source.measures, rowCount },
    findings,
    importedBy,
  );
  for (const page of pages) await insertFacilities(trx, batch, page);
  const periods = new Set<string>();
  let done = 0;
  for (const page of source.rows()) {
    for (const { period } of page) periods.add(period);
    await insertValues(trx, batch, page);
    done += page.length;
    onProgress({ what: `writing ${source.fileName}`, done, total: null });
  }
  await query(trx, "update thing.batch set periods = ? where id = ?", [
    [...periods].sort(comparePeriods),
    batch,
  ]);
  return batch;
}

async function insertFacilities(
  trx: Knex.Transaction,
  batch: number,
  page: readonly FacilityInput[],
): Promise<void> {
  await query(
    trx,
    `insert into thing.facility (batch, kind, code, names, search, point, area_code, located_code, opened, closed)
     select ?, kind, code, names, search, st_setsrid(st_makepoint(lon, lat), 4326), area_code, located_code, opened, closed
     from unnest(?::text[], ?::text[], ?::jsonb[], ?::text[], ?::float8[], ?::float8[], ?::text[], ?::text[], ?::text[],
                 ?::text[])
       as t (kind, code, names, search, lon, lat, area_code, located_code, opened, closed)`,
    [
      batch,
      page.map(({ kind }) => kind),
      page.map(({ code }) => code),
      page.map(({ names }) => JSON.stringify(names)),
      page.map(({ code, names }) => searchText(code, names)),
      page.map(({ point }) => point?.[0] ?? null),
      page.map(({ point }) => point?.[1] ?? null),
      page.map(({ areaCode }) => areaCode),
      page.map(({ locatedCode }) => locatedCode),
      page.map(({ opened }) => opened),
      page.map(({ closed }) => closed),
    ],
  );
}

const arrayText = (items: readonly (string | number | null)[]): string =>
  `{${items.map((item) => (item === null ? "null" : typeof item === "number" ? item : JSON.stringify(item))).join()}}`;

/** Figures as text of arrays, since `unnest` would take arrays of arrays apart. */
async function insertValues(
  trx: Knex.Transaction,
  batch: number,
  page: readonly FacilityRow[],
): Promise<void> {
  await query(
    trx,
    `insert into thing.facility_value (facility, period, value, catchment, catchment_count)
     select f.id, t.period, t.value::float8[], t.catchment::text[], t.counts::float8[]
     from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as t (code, period, value, catchment, counts)
     join thing.facility f on f.batch = ? and f.code = t.code`,
    [
      page.map(({ code }) => code),
      page.map(({ period }) => period),
      page.map(({ values }) => arrayText(values)),
      page.map(({ catchment }) => (catchment ? arrayText(catchment.codes) : null)),
      page.map(({ catchment }) => (catchment ? arrayText(catchment.counts) : null)),
      batch,
    ],
  );
}

/** Writes one source of roads; returns its batch. */
export async function writeRoads(
  trx: Knex.Transaction,
  source: RoadsInput,
  findings: readonly Finding[],
  importedBy: string,
  onProgress: Progress,
): Promise<number> {
  const pages = [...source.roads()];
  const rowCount = pages.reduce((sum, page) => sum + page.length, 0);
  const batch = await newBatch(
    trx,
    { ...source, section: "roads", measures: [], rowCount },
    findings,
    importedBy,
  );
  let done = 0;
  for (const page of pages) {
    await insertRoads(trx, batch, page);
    done += page.length;
    onProgress({ what: `writing ${source.fileName}`, done, total: rowCount });
  }
  return batch;
}

async function insertRoads(trx: Knex.Transaction, batch: number, page: readonly RoadInput[]): Promise<void> {
  await query(
    trx,
    `insert into thing.road (batch, class, surface, names, line, speed_kmh, one_way, level, opened, closed)
     select ?, class, surface, names, st_geomfromwkb(wkb, 4326), speed, one_way, level, opened, closed
     from unnest(?::text[], ?::text[], ?::jsonb[], ?::bytea[], ?::float8[], ?::text[], ?::int[], ?::text[], ?::text[])
       as t (class, surface, names, wkb, speed, one_way, level, opened, closed)`,
    [
      batch,
      page.map(({ roadClass }) => roadClass),
      page.map(({ surface }) => surface),
      page.map(({ names }) => JSON.stringify(names)),
      page.map(({ line }) => encodeLine(line)),
      page.map(({ speedKmh }) => speedKmh),
      page.map(({ oneWay }) => oneWay),
      page.map(({ level }) => level),
      page.map(({ opened }) => opened),
      page.map(({ closed }) => closed),
    ],
  );
}
