// One source of facilities of a profile → facilities and their figures, checked.

import type { FacilityMeasureId } from "#domain/facilities";
import { isPeriod } from "#domain/period";
import type { FacilitiesInput, FacilityInput, FacilityRow } from "#domain/things";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { withoutRows } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { parseNumber } from "#server/import/tables/number";
import { rowFilter } from "#server/import/tables/row_expression";
import { codeReader } from "#server/import/tables/row_readers";
import { readCatchments } from "./catchments.ts";
import { nameReader, numberReader, periodCell, wordReader, type RowContext } from "./cells.ts";
import type { Position } from "#server/import/boundaries/lon_lat";
import { toLonLat } from "./coordinates.ts";
import { addFigures, withCatchments } from "./facility_figures.ts";
import { locate, looksShifted, reportDuplicates, type Sited } from "./facility_places.ts";
import type { FacilitiesSpec } from "./profile.ts";
import { sourceHead, type ThingContext } from "./source_head.ts";

interface Read extends Sited {
  readonly names: Record<string, string>;
  readonly opened: string | null;
  readonly closed: string | null;
}

/** Reads a source of facilities; throws an ImportFault where it cannot be read at all. */
export async function readFacilities(spec: FacilitiesSpec, context: ThingContext): Promise<FacilitiesInput> {
  const { files, log, villages, database } = context;
  const { file } = spec;
  const source = await files.open(spec);
  const measures = Object.keys(spec.columns) as FacilityMeasureId[];
  const { facilities, rows } = await readRows(spec, source, measures, context);
  const isGeometry = spec.point === "geometry";
  const pointed = facilities.filter(({ point }) => point !== null);
  const places = await toLonLat(
    pointed.map(({ point }) => point!),
    spec,
    source,
    isGeometry,
    database,
    log,
  );
  for (const [at, place] of places.entries()) pointed[at]!.point = place;
  locate(facilities, file, villages, log);
  const metres = spec.coordinates === undefined ? looksShifted(facilities, villages) : null;
  if (metres !== null)
    log.add({
      severity: "error",
      rule: "gcj02_suspected",
      file,
      message: `its points lie about ${metres} m off their villages, all the same way, as GCJ-02 of Chinese web maps shifts them`,
      action:
        'nothing is imported; write "coordinates: gcj02" to have them shifted back, or "coordinates: wgs84" if they are right',
    });
  reportDuplicates(facilities, file, log);
  const kept = facilities.filter(
    ({ locatedCode, statedCode }) => locatedCode !== null || statedCode !== null,
  );
  const known = new Set(kept.map(({ code }) => code));
  const catchments = spec.catchment && (await readCatchments(spec, spec.catchment, known, context));
  const values = rows.filter(({ code }) => known.has(code));
  return {
    ...sourceHead(spec, context),
    measures,
    facilities: () => [kept.map(toInput)],
    rows: () => [catchments ? withCatchments(values, catchments, measures.length) : values],
  };
}

const toInput = ({
  kind,
  code,
  names,
  point,
  statedCode,
  locatedCode,
  opened,
  closed,
}: Read): FacilityInput => ({
  kind,
  code,
  names: Object.keys(names).length > 0 ? names : { en: code },
  point,
  areaCode: statedCode,
  locatedCode,
  opened,
  closed,
});

/** The position of a row, as it is written; null where there is none. */
function pointReader({ point, file }: FacilitiesSpec, source: Source): (row: SourceRow) => Position | null {
  if (point === undefined) return () => null;
  if (point === "geometry")
    return ({ geometry }) => {
      const position =
        geometry?.type === "Point"
          ? geometry.coordinates
          : geometry?.type === "MultiPoint" && geometry.coordinates.length === 1
            ? geometry.coordinates[0]!
            : [];
      const [x, y] = position;
      return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
    };
  const [lon, lat] = [columnOf(source, point.lon, file), columnOf(source, point.lat, file)];
  return ({ cells }) => {
    const [x, y] = [parseNumber(cells[lon]!)?.value, parseNumber(cells[lat]!)?.value];
    return x === undefined || y === undefined ? null : [x, y];
  };
}

interface FacilityReaders {
  readonly takes: (cells: readonly string[]) => boolean;
  readonly code: (row: SourceRow) => string | null;
  readonly kind: (row: SourceRow) => string | undefined;
  readonly name: (row: SourceRow) => Record<string, string>;
  readonly point: (row: SourceRow) => Position | null;
  readonly village: (row: SourceRow) => string | null;
  readonly opened: (row: SourceRow) => string | null;
  readonly closed: (row: SourceRow) => string | null;
  readonly period: (row: SourceRow) => string | null;
  readonly values: readonly ((row: SourceRow) => number | null)[];
}

function readersOf(spec: FacilitiesSpec, source: Source, log: FindingLog): FacilityReaders {
  const { file } = spec;
  const at: RowContext = { source, file, log };
  const { period } = spec;
  return {
    takes: rowFilter(spec.where, source, file),
    code: codeReader(spec.code, source, file, log),
    kind: wordReader(spec.kind, at, "kind"),
    name: nameReader(spec.name, at),
    point: pointReader(spec, source),
    village: spec.village ? codeReader(spec.village, source, file, log) : () => null,
    opened: periodCell(spec.opened, at),
    closed: periodCell(spec.closed, at),
    period: typeof period === "object" ? periodCell(period.column, at) : () => period ?? null,
    values: Object.values(spec.columns).map((column) => numberReader(column, at, true)),
  };
}

interface PlaceContext extends Pick<ThingContext, "log" | "villages"> {
  readonly file: string;
}

/** The village that a row names; null, with a finding, where there is none of that code. */
function villageOf(
  spec: FacilitiesSpec,
  row: SourceRow,
  code: string | null,
  { file, log, villages }: PlaceContext,
): string | null {
  if (code === null || villages.has(code)) return code;
  log.addRow({
    severity: "warning",
    rule: "unknown_code",
    file,
    row: row.number,
    column: spec.village!.column,
    value: code,
    message: `"${code}" is no village`,
    action: "taken as without an address",
  });
  return null;
}

function reportPlaceMissing(row: number, code: string, { file, log }: PlaceContext): void {
  log.addRow({
    severity: "warning",
    rule: "place_missing",
    file,
    row,
    value: code,
    message: `"${code}" has neither a point nor a known village`,
    action: "the facility was left out",
  });
}

/** Rows as facilities, each once, and as figures by facility and period. */
async function readRows(
  spec: FacilitiesSpec,
  source: Source,
  measures: readonly string[],
  { log, villages }: ThingContext,
): Promise<{ facilities: Read[]; rows: FacilityRow[] }> {
  const { file } = spec;
  const at: PlaceContext = { file, log, villages };
  const read = readersOf(spec, source, log);
  const facilities = new Map<string, Read>();
  const rows = new Map<string, FacilityRow & { readonly row: number }>();
  let count = 0;
  for await (const row of source.rows()) {
    count++;
    if (!read.takes(row.cells)) continue;
    const [code, kind] = [read.code(row), read.kind(row)];
    if (code === null || kind === undefined) continue;
    const statedCode = villageOf(spec, row, read.village(row), at);
    const point = read.point(row);
    if (point === null && statedCode === null) reportPlaceMissing(row.number, code, at);
    const first = facilities.get(code);
    if (first) reportChange(first, { kind, statedCode }, row.number, file, log);
    else
      facilities.set(code, {
        row: row.number,
        code,
        kind,
        names: read.name(row),
        statedCode,
        point,
        locatedCode: null,
        opened: read.opened(row),
        closed: read.closed(row),
      });
    if (measures.length === 0 && !spec.catchment) continue;
    const period = read.period(row);
    if (period === null || !isPeriod(period)) continue;
    addFigures(
      rows,
      { row: row.number, code, period, values: read.values.map((value) => value(row)) },
      file,
      log,
    );
  }
  if (count === 0) throw withoutRows(file);
  if (facilities.size === 0 && !log.hasErrors)
    throw new ImportFault("no row was taken", {
      rule: "table_empty",
      file,
      action: "nothing is imported; look at code, kind and where",
    });
  return {
    facilities: [...facilities.values()],
    rows: [...rows.values()].map(({ code, period, values }) => ({ code, period, values })),
  };
}

/** A facility of several periods is one in all of them. */
function reportChange(
  first: Read,
  own: Pick<Read, "kind" | "statedCode">,
  row: number,
  file: string,
  log: FindingLog,
): void {
  if (first.kind === own.kind && first.statedCode === own.statedCode) return;
  log.addRow({
    severity: "warning",
    rule: "facility_differs",
    file,
    row,
    value: first.code,
    message: `"${first.code}" has another kind or village than in ${log.rowName(file, first.row)}`,
    action: "those of the first row were taken",
  });
}
