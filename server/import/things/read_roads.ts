// One source of roads of a profile → lines of a class, checked.

import type { Geometry } from "geojson";
import { ROAD_CLASS_ROWS, type RoadClass } from "#domain/road";
import type { OneWay, RoadInput, RoadsInput } from "#domain/things";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { withoutRows } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { parseNumber } from "#server/import/tables/number";
import { rowFilter } from "#server/import/tables/row_expression";
import { nameReader, numberReader, periodCell, wordReader, type RowContext } from "./cells.ts";
import type { Position } from "#server/import/boundaries/lon_lat";
import { toLonLat } from "./coordinates.ts";
import { metresBetween } from "./metres.ts";
import type { RoadsSpec } from "./profile.ts";
import { sourceHead, type ThingContext } from "./source_head.ts";
import type { RuleId } from "#server/import/findings/rules";

interface Piece extends Omit<RoadInput, "line"> {
  readonly row: number;
  line: Position[];
}

const FORWARD: readonly string[] = ["yes", "true", "1", "f", "ft", "forward"];
const BACKWARD: readonly string[] = ["-1", "t", "tf", "reverse", "backward"];
/** Of several classes in one cell the least important one, on which nobody goes faster than he can. */
const leastImportant = (classes: readonly RoadClass[]): RoadClass =>
  [...classes].sort((a, b) => ROAD_CLASS_ROWS[b].rank - ROAD_CLASS_ROWS[a].rank)[0]!;
/** Degrees that roads may lead out of the territory. */
const MARGIN = 0.5;

/** Reads a source of roads; throws an ImportFault where it cannot be read at all. */
export async function readRoads(spec: RoadsSpec, context: ThingContext): Promise<RoadsInput> {
  const { files, log, database } = context;
  const { file } = spec;
  const source = await files.open(spec);
  const pieces = await readPieces(spec, source, log);
  const positions = pieces.flatMap(({ line }) => line);
  const places = await toLonLat(positions, spec, source, true, database, log);
  let from = 0;
  for (const piece of pieces) {
    const own = places.slice(from, (from += piece.line.length));
    piece.line = own.every((place) => place !== null) ? own : [];
  }
  const whole = pieces.filter((piece) => isLine(piece, file, context));
  const kept = withoutDuplicates(whole, file, log);
  if (kept.length === 0 && !log.hasErrors)
    throw new ImportFault("no road was taken", {
      rule: "table_empty",
      file,
      action: "nothing is imported; look at class and where, and at the findings",
    });
  return {
    ...sourceHead(spec, context),
    roads: () => [kept.map(({ row: _row, ...road }): RoadInput => road)],
  };
}

/** Lines of a geometry; null for one that is no line. */
function linesOf(geometry: Geometry | null | undefined): Position[][] | null {
  if (geometry?.type === "LineString") return [geometry.coordinates as [number, number][]];
  if (geometry?.type === "MultiLineString") return geometry.coordinates as [number, number][][];
  return null;
}

async function readPieces(spec: RoadsSpec, source: Source, log: FindingLog): Promise<Piece[]> {
  const { file } = spec;
  const at: RowContext = { source, file, log };
  const takes = rowFilter(spec.where, source, file);
  const classOf = wordReader<RoadClass>(spec.class, at, "road_class", leastImportant);
  const surfaceOf = spec.surface ? wordReader(spec.surface, at, "surface") : () => "unknown" as const;
  const nameOf = nameReader(spec.name, at);
  const speedOf = spec.speed === undefined ? () => null : numberReader(spec.speed, at, false);
  const [openedOf, closedOf] = [periodCell(spec.opened, at), periodCell(spec.closed, at)];
  const oneWayOf = oneWayReader(spec, source);
  const levelOf = levelReader(spec, source);
  const records = new RecordCounter(spec, source);
  const pieces: Piece[] = [];
  let count = 0;
  for await (const row of source.rows()) {
    count++;
    if (!takes(row.cells)) continue;
    const roadClass = classOf(row);
    if (roadClass === undefined) continue;
    records.add(row);
    const lines = linesOf(row.geometry);
    if (lines === null || lines.some((line) => !line.every(isFinitePosition))) {
      const what = lines
        ? "a coordinate that is no number"
        : row.geometry
          ? "a geometry that is no line"
          : "no geometry";
      reportPiece("geometry_broken", row.number, `has ${what}`, file, log);
      continue;
    }
    const speed = speedOf(row);
    for (const line of lines)
      pieces.push({
        row: row.number,
        roadClass,
        surface: surfaceOf(row) ?? "unknown",
        names: nameOf(row),
        line: line.map(([x, y]): Position => [x, y]),
        speedKmh: speed === null || speed <= 0 ? null : speed,
        oneWay: oneWayOf(row),
        level: levelOf(row),
        opened: openedOf(row),
        closed: closedOf(row),
      });
  }
  if (count === 0) throw withoutRows(file);
  records.report(file, log);
  return pieces;
}

const isFinitePosition = (position: Position): boolean =>
  Number.isFinite(position[0]) && Number.isFinite(position[1]);

function oneWayReader({ one_way: name, file }: RoadsSpec, source: Source): (row: SourceRow) => OneWay {
  if (name === undefined) return () => "both";
  const column = columnOf(source, name, file);
  return ({ cells }) => {
    const word = cells[column]!.toLowerCase();
    return FORWARD.includes(word) ? "forward" : BACKWARD.includes(word) ? "backward" : "both";
  };
}

function levelReader({ level: name, file }: RoadsSpec, source: Source): (row: SourceRow) => number {
  if (name === undefined) return () => 0;
  const column = columnOf(source, name, file);
  return ({ cells }) => {
    const value = parseNumber(cells[column]!)?.value ?? 0;
    return Number.isInteger(value) && Math.abs(value) <= 10 ? value : 0;
  };
}

/** Counts roads of which a file has several records. */
class RecordCounter {
  readonly #column: number | null;
  readonly #name: string | undefined;
  readonly #counts = new Map<string, number>();

  constructor({ code, file }: RoadsSpec, source: Source) {
    this.#name = code;
    this.#column = code === undefined ? null : columnOf(source, code, file);
  }

  add({ cells }: SourceRow): void {
    const code = this.#column === null ? "" : cells[this.#column]!;
    if (code !== "") this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  report(file: string, log: FindingLog): void {
    const several = [...this.#counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
    if (several.length === 0) return;
    log.add({
      severity: "note",
      rule: "several_records",
      file,
      column: this.#name ?? null,
      value: several[0]![0],
      message: `${several.length} roads have several records, "${several[0]![0]}" ${several[0]![1]}`,
      action: "each record is a piece of its road",
    });
  }
}

function reportPiece(rule: RuleId, row: number, message: string, file: string, log: FindingLog): void {
  log.addRow({
    severity: "warning",
    rule,
    file,
    row,
    value: null,
    message,
    action: "the piece was left out",
  });
}

/** Whether a piece is a line inside the territory; what is none is reported. Vertices that repeat the one before are dropped. */
function isLine(piece: Piece, file: string, { log, villages }: ThingContext): boolean {
  const { row } = piece;
  if (piece.line.length < 2) {
    reportPiece("one_point_line", row, "is a line of one point", file, log);
    return false;
  }
  piece.line = piece.line.filter(
    (position, at) => at === 0 || metresBetween(position, piece.line[at - 1]!) > 0,
  );
  if (piece.line.length < 2) {
    reportPiece("zero_length", row, "is a line of length 0", file, log);
    return false;
  }
  const { bounds } = villages;
  const isNear = ([lon, lat]: Position): boolean =>
    bounds === null ||
    (lon > bounds[0] - MARGIN &&
      lon < bounds[2] + MARGIN &&
      lat > bounds[1] - MARGIN &&
      lat < bounds[3] + MARGIN);
  if (piece.line.some(isNear)) return true;
  const isTurned = piece.line.some(([lon, lat]) => isNear([lat, lon]));
  if (isTurned) {
    log.addRow({
      severity: "warning",
      rule: "swapped_lon_lat",
      file,
      row,
      value: piece.line[0]!.join(", "),
      message: "lies in the territory with longitude and latitude exchanged",
      action: "read the other way round",
    });
    piece.line = piece.line.map(([lon, lat]): Position => [lat, lon]);
    return true;
  }
  reportPiece(
    "outside_territory",
    row,
    `lies at ${piece.line[0]!.join(", ")}, outside of the territory`,
    file,
    log,
  );
  return false;
}

/** Leaves out lines that have the vertices of another, in either order; of two the more important one stays. */
function withoutDuplicates(pieces: readonly Piece[], file: string, log: FindingLog): Piece[] {
  const kept = new Map<string, Piece>();
  for (const piece of pieces) {
    const [there, back] = [piece.line.join(";"), [...piece.line].reverse().join(";")];
    const key = there < back ? there : back;
    const other = kept.get(key);
    if (!other) {
      kept.set(key, piece);
      continue;
    }
    const isMore = ROAD_CLASS_ROWS[piece.roadClass].rank < ROAD_CLASS_ROWS[other.roadClass].rank;
    if (isMore) kept.set(key, piece);
    reportPiece(
      "duplicate_road",
      piece.row,
      `has the vertices of ${log.rowName(file, other.row)}${piece.roadClass === other.roadClass ? "" : `, which is a ${other.roadClass} and this a ${piece.roadClass}`}`,
      file,
      log,
    );
  }
  return [...kept.values()];
}
