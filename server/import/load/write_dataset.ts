// Writes what an import has read: rows by `insert … select from unnest`, inside the caller's transaction.

import type { Knex } from "knex";
import type { Manifest } from "#domain/manifest";
import type { Progress } from "#domain/progress";
import type { DatasetInput, LineageInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import type { Database } from "#sql/connect";
import type { Registry } from "#server/release/release_inputs";
import { decodeTile, type CutLevel } from "./cut_tiles.ts";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";
import type { StagedTable } from "#server/import/tables/stage_table";
import { searchText } from "#server/column_store/search_text";
import type { Spill } from "./spill.ts";
import { writeFacts } from "./write_facts.ts";
import { query } from "#sql/query";

const WRITE_BYTES = 4 << 20;
const WRITE_ROWS = 2_000;

/** Cuts 0..n−1 into runs of at most WRITE_ROWS and about WRITE_BYTES. */
function* runs(n: number, sizeOf: (at: number) => number): Generator<number[]> {
  let run: number[] = [];
  let bytes = 0;
  for (let at = 0; at < n; at++) {
    run.push(at);
    bytes += sizeOf(at);
    if (run.length >= WRITE_ROWS || bytes >= WRITE_BYTES) {
      yield run;
      run = [];
      bytes = 0;
    }
  }
  if (run.length > 0) yield run;
}

/** Writes dataset, levels and registry; of the latter only what is removed by name goes. */
export async function writeCatalog(
  trx: Knex.Transaction,
  manifest: Manifest,
  registry: Registry,
  removes: DatasetInput["removes"],
): Promise<void> {
  await query(
    trx,
    `insert into catalog.dataset (id, manifest) values (?, ?)
     on conflict (is_only) do update set manifest = excluded.manifest`,
    [manifest.dataset, JSON.stringify(manifest)],
  );
  const { levels } = manifest;
  await query(
    trx,
    `insert into geo.level (id, ordinal, label) select * from unnest(?::text[], ?::int[], ?::jsonb[])
     on conflict (id) do update set ordinal = excluded.ordinal, label = excluded.label`,
    [
      levels.map(({ id }) => id),
      levels.map(({ ordinal }) => ordinal),
      levels.map(({ label }) => JSON.stringify(label)),
    ],
  );
  const builtIn = new Set([...MEASURES, ...INDICATORS].map((row) => JSON.stringify(row)));
  const originOf = (row: object): string => (builtIn.has(JSON.stringify(row)) ? "built-in" : "dataset");
  const { measures, indicators } = registry;
  const gone = (named: readonly string[] = [], known: readonly { id: string }[]): string[] =>
    named.filter((id) => !known.some((row) => row.id === id));
  await query(trx, "delete from catalog.indicator where id = any(?::text[])", [
    gone(removes?.indicators, indicators),
  ]);
  await query(trx, "delete from catalog.measure where id = any(?::text[])", [
    gone(removes?.measures, measures),
  ]);
  await query(
    trx,
    `insert into catalog.measure (id, definition, origin) select * from unnest(?::text[], ?::jsonb[], ?::text[])
     on conflict (id) do update set definition = excluded.definition, origin = excluded.origin`,
    [measures.map(({ id }) => id), measures.map((row) => JSON.stringify(row)), measures.map(originOf)],
  );
  await query(
    trx,
    `insert into catalog.indicator (id, ordinal, definition, origin)
     select * from unnest(?::text[], ?::int[], ?::jsonb[], ?::text[])
     on conflict (id) do update
       set ordinal = excluded.ordinal, definition = excluded.definition, origin = excluded.origin`,
    [
      indicators.map(({ id }) => id),
      [...indicators.keys()],
      indicators.map((row) => JSON.stringify(row)),
      indicators.map(originOf),
    ],
  );
}

/** Writes a new boundary version with its areas and tiles; returns its id. */
export async function writeBoundaries(
  trx: Knex.Transaction,
  input: DatasetInput,
  levels: readonly NumberedLevel[],
  cut: readonly CutLevel[],
  tiles: Spill,
  onProgress: Progress,
): Promise<number> {
  const boundaries = input.boundaries!;
  const rows = await query<{ id: number }>(
    trx,
    "insert into geo.boundary_version (source, checksum, valid_on, licence) values (?, ?, ?, ?) returning id",
    [boundaries.source, boundaries.checksum, boundaries.date, input.manifest.licence.name],
  );
  const version = rows[0]!.id;
  for (const level of levels) await writeAreas(trx, version, level, onProgress);
  for (const { id, zoom, records } of cut) {
    await query(
      trx,
      "insert into tile.level_zoom (boundary_version, level, min_zoom, max_zoom, legible_zoom) values (?, ?, ?, ?, ?)",
      [version, id, zoom.minZoom, zoom.maxZoom, zoom.legibleZoom],
    );
    for (const run of runs(records.length, (at) => tiles.sizeOf(records[at]!))) {
      const batch = run.map((at) => decodeTile(tiles.read(records[at]!)));
      // A buffer of its own travels as it is; in an array it would be text of twice the size.
      await query(
        trx,
        `insert into tile.geometry
           (boundary_version, level, z, x, y, feature_count, idx, prefix_length, prefix_crc, prefix_deflated)
         values ${batch.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").join()}`,
        batch.flatMap((tile) => [
          version,
          id,
          tile.z,
          tile.x,
          tile.y,
          tile.featureCount,
          tile.idx,
          tile.prefixLength,
          tile.prefixCrc,
          tile.prefixDeflated,
        ]),
      );
      onProgress({ what: `writing tiles: ${id}`, done: run.at(-1)! + 1, total: records.length });
    }
  }
  return version;
}

async function writeAreas(
  trx: Knex.Transaction,
  version: number,
  level: NumberedLevel,
  onProgress: Progress,
): Promise<void> {
  for (const run of runs(level.codes.length, level.wkbSize)) {
    await query(
      trx,
      `insert into geo.area
         (boundary_version, level, idx, code, parent_idx, parent_code, root_code, names, search, geometry, point, bbox)
       select ?, ?, idx, code, parent_idx, parent_code, root_code, names, search,
              st_geomfromwkb(wkb, 4326), st_setsrid(st_makepoint(lon, lat), 4326), bbox::float8[]
       from unnest(?::int[], ?::text[], ?::int[], ?::text[], ?::text[], ?::jsonb[], ?::text[], ?::bytea[],
                   ?::float8[], ?::float8[], ?::text[])
         as t (idx, code, parent_idx, parent_code, root_code, names, search, wkb, lon, lat, bbox)`,
      [
        version,
        level.id,
        run,
        run.map((idx) => level.codes[idx]!),
        run.map((idx) => (level.parentIdx[idx]! < 0 ? null : level.parentIdx[idx]!)),
        run.map((idx) => level.parentCodes[idx]!),
        run.map((idx) => level.rootCodes[idx]!),
        run.map((idx) => JSON.stringify(level.names[idx]!)),
        run.map((idx) => searchText(level.codes[idx]!, level.names[idx]!)),
        run.map((idx) => level.wkb(idx)),
        run.map((idx) => level.points[idx]?.[0] ?? null),
        run.map((idx) => level.points[idx]?.[1] ?? null),
        run.map((idx) => (level.bboxes[idx] ? `{${level.bboxes[idx].join()}}` : null)),
      ],
    );
    onProgress({ what: `writing areas: ${level.id}`, done: run.at(-1)! + 1, total: level.codes.length });
  }
}

/** Writes what became of old codes; what is known of the same pair already is replaced. */
export async function writeLineage(trx: Knex.Transaction, rows: readonly LineageInput[]): Promise<void> {
  for (const run of runs(rows.length, () => 0)) {
    const batch = run.map((at) => rows[at]!);
    await query(
      trx,
      `insert into geo.lineage (from_code, to_code, share, kind, since)
       select * from unnest(?::text[], ?::text[], ?::float8[], ?::text[], ?::text[])
       on conflict (from_code, to_code) do update
         set share = excluded.share, kind = excluded.kind, since = excluded.since`,
      [
        batch.map(({ fromCode }) => fromCode),
        batch.map(({ toCode }) => toCode),
        batch.map(({ share }) => share),
        batch.map(({ kind }) => kind),
        batch.map(({ since }) => since),
      ],
    );
  }
}

/** Writes one table as a new batch, which replaces the current one of the same table; returns its id. */
export async function writeTable(
  trx: Knex.Transaction,
  mode: Database["mode"],
  { table, rowCount, periods, findings, pages }: StagedTable,
  allFindings: readonly Finding[],
  importedBy: string,
  onProgress: Progress,
): Promise<number> {
  await query(trx, "update fact.batch set state = 'replaced' where table_id = ? and state = 'current'", [
    table.id,
  ]);
  const own = [...allFindings.filter(({ file }) => file === table.fileName), ...findings];
  const rows = await query<{ id: number }>(
    trx,
    `insert into fact.batch (table_id, checksum, file_name, department, reporting_date, priority, level, measures,
                             periods, sample, row_count, findings, imported_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    [
      table.id,
      table.checksum,
      table.fileName,
      JSON.stringify(table.department),
      table.reportingDate,
      table.priority,
      table.level,
      [...table.measures],
      [...periods],
      table.sample === undefined ? null : JSON.stringify(table.sample),
      rowCount,
      JSON.stringify(own),
      importedBy,
    ],
  );
  const batch = rows[0]!.id;
  let done = 0;
  await writeFacts(trx, mode, batch, pages(), (count) => {
    done += count;
    onProgress({ what: `writing ${table.fileName}`, done, total: rowCount });
  });
  return batch;
}
