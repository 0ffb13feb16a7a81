// Rows of a file → lines, polygons and points of a layer, in longitude and latitude.

import type { Geometry } from "geojson";
import { classesOf, type ContextFeature } from "#domain/context";
import type { Database } from "#sql/connect";
import { crsName, LON_LAT } from "#server/import/boundaries/crs";
import { transformed, type Position } from "#server/import/boundaries/lon_lat";
import type { FindingLog } from "#server/import/findings/finding_log";
import { ImportFault } from "#server/import/findings/import_fault";
import { withoutRows, type Files } from "#server/import/readers/files";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { nameText } from "#server/import/tables/name_text";
import { parseNumber } from "#server/import/tables/number";
import { rowFilter } from "#server/import/tables/row_expression";
import type { ContextLayerSpec } from "./profile.ts";
import type { RuleId } from "#server/import/findings/rules";

interface ReadContext {
  readonly files: Files;
  readonly log: FindingLog;
  readonly database: Pick<Database, "pool">;
}

const NOT_DRAWN = "it was left out";
/** Geometry types by kind of feature. */
const TYPES = {
  line: ["LineString", "MultiLineString"],
  polygon: ["Polygon", "MultiPolygon"],
  point: ["Point", "MultiPoint"],
} as const;

type Drawn = ContextFeature["geometry"];

const isOfKind = (geometry: Geometry, kind: keyof typeof TYPES): geometry is Drawn =>
  TYPES[kind].some((type) => type === geometry.type);

/** Every position of a geometry, changed in place by `visit`. */
function mapPositions<T>(coordinates: T, visit: (position: number[]) => Position): T {
  const nested = coordinates as unknown[];
  if (typeof nested[0] === "number") return [...visit(nested as number[])] as T;
  return nested.map((part) => mapPositions(part, visit)) as T;
}

/** How class, rank, names and area of a row are found; throws an ImportFault for a class or a column that is not there. */
function picksOf(spec: ContextLayerSpec, source: Source, log: FindingLog) {
  const { file, layer, rank } = spec;
  const known = classesOf(layer);
  const named = typeof spec.class === "string" ? [spec.class] : Object.values(spec.class.as);
  for (const id of named)
    if (!Object.hasOwn(known, id))
      throw new ImportFault(`unknown class "${id}" of ${layer}: known are ${Object.keys(known).join(", ")}`, {
        rule: "class_unknown",
        file,
        value: id,
        action: 'nothing is imported; correct "class" in the profile',
      });
  const at = (name: string): number => columnOf(source, name, file);
  const single = spec.class;
  const classAt = typeof single === "string" ? null : at(single.column);
  const names = Object.entries(spec.name ?? {}).map(([language, column]) => [language, at(column)] as const);
  const [areaAt, rankAt] = [
    spec.area === undefined ? null : at(spec.area),
    typeof rank === "string" ? at(rank) : null,
  ];
  const point = spec.point && { lon: at(spec.point.lon), lat: at(spec.point.lat) };
  return {
    classOf: ({ cells }: SourceRow): string | undefined =>
      typeof single === "string" ? single : single.as[cells[classAt!]!],
    classText: ({ cells }: SourceRow): string => (classAt === null ? "" : cells[classAt]!),
    rankOf: ({ cells }: SourceRow): number | undefined =>
      rankAt === null ? (typeof rank === "number" ? rank : 0) : parseNumber(cells[rankAt]!)?.value,
    namesOf: ({ cells, number: row }: SourceRow): Record<string, string> =>
      Object.fromEntries(
        names.flatMap(([language, column]) =>
          cells[column] ? [[language, nameText(cells[column], { file, row }, log)]] : [],
        ),
      ),
    areaOf: ({ cells }: SourceRow): string | undefined =>
      areaAt === null ? undefined : cells[areaAt] || undefined,
    geometryOf: ({ cells, geometry }: SourceRow): Geometry | null => {
      if (!point) return geometry ?? null;
      const [x, y] = [parseNumber(cells[point.lon]!)?.value, parseNumber(cells[point.lat]!)?.value];
      return x === undefined || y === undefined ? null : { type: "Point", coordinates: [x, y] };
    },
  };
}

/** The features of one file of a layer; a row that cannot be drawn is reported and left out. */
export async function readFeatures(
  spec: ContextLayerSpec,
  { files, log, database }: ReadContext,
): Promise<ContextFeature[]> {
  const { file, layer } = spec;
  const source = await files.open({ file, entry: spec.entry, layer: spec.in, encoding: spec.encoding });
  const picks = picksOf(spec, source, log);
  const takes = rowFilter(spec.where, source, file);
  const classes = classesOf(layer);
  const found: ContextFeature[] = [];
  let count = 0;
  for await (const row of source.rows()) {
    count++;
    if (!takes(row.cells)) continue;
    const report = (rule: RuleId, value: string | null, message: string, action = NOT_DRAWN): void =>
      log.addRow({ severity: "warning", rule, file, row: row.number, value, message, action });
    const id = picks.classOf(row);
    if (id === undefined) {
      const text = picks.classText(row);
      report("class_unmapped", text, `"${text}" is not among the values of "class"`);
      continue;
    }
    const geometry = picks.geometryOf(row);
    const kind = classes[id]!.geometry;
    if (!geometry || !isOfKind(geometry, kind)) {
      const [rule, is] = geometry
        ? ([`geometry_not_${kind}`, `is a ${geometry.type}`] as const)
        : (["geometry_missing", "is missing"] as const);
      report(rule, null, `the geometry ${is}: ${id} is a ${kind}`);
      continue;
    }
    let rank = picks.rankOf(row);
    if (rank === undefined || !Number.isFinite(rank) || rank < 0) {
      report("rank_invalid", null, "the rank is no number from 0 on", "read as 0");
      rank = 0;
    }
    const area = picks.areaOf(row);
    found.push({
      class: id,
      rank,
      names: picks.namesOf(row),
      ...(area === undefined ? {} : { area }),
      geometry,
    });
  }
  if (count === 0) throw withoutRows(file);
  return inLonLat(
    found,
    crsName(spec.crs ?? (spec.point ? LON_LAT : (source.crs ?? LON_LAT))),
    file,
    database,
  );
}

/** The features in longitude and latitude; throws an ImportFault where their numbers are no degrees. */
async function inLonLat(
  features: readonly ContextFeature[],
  crs: string,
  file: string,
  database: Pick<Database, "pool">,
): Promise<ContextFeature[]> {
  const positions: Position[] = [];
  for (const { geometry } of features)
    mapPositions(geometry.coordinates, ([x, y]) => {
      positions.push([x!, y!]);
      return [x!, y!];
    });
  const moved = await transformed(positions, { from: crs, to: LON_LAT, file }, database);
  const wrong = moved.findIndex(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
  if (wrong >= 0)
    throw new ImportFault(`has the position ${positions[wrong]!.join(" ")}, which is no place in ${crs}`, {
      rule: "crs_wrong",
      file,
      value: crs,
      action: 'nothing is imported; name the coordinate system of the file as "crs" in the profile',
    });
  let at = 0;
  return features.map((feature) => {
    const coordinates: unknown = mapPositions(feature.geometry.coordinates, () => moved[at++]!);
    return { ...feature, geometry: { ...feature.geometry, coordinates } as Drawn };
  });
}
