// Tiles of facilities and roads, cut when they are first asked for and kept like other bodies.

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Feature } from "geojson";
import { facilityMinZoom, type ThingLayer } from "#domain/contract/things";
import {
  FACILITY_KINDS,
  facilityKind,
  isOverfull,
  type FacilityFigures,
  type FacilityMeasureId,
} from "#domain/facilities";
import { ROAD_CLASSES, ROAD_CLASS_ROWS } from "#domain/road";
import type { Text } from "#domain/text";
import { bodyOf, NO_CONTENT, type Body } from "#server/read/body";
import type { ReadRows } from "#server/read/rows";
import type { Store } from "#server/read/store";
import { decodeLine } from "#sql/wkb";
import { featureTile, tileBounds } from "#tiles/things/feature_tile";

export interface ThingTile {
  readonly layer: ThingLayer;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What of a release a tile is made of. */
export interface ThingContent {
  readonly batches: readonly number[];
  readonly period: string;
}

const TYPE = "application/vnd.mapbox-vector-tile";
const packed = promisify(gzip);

/** Name of what a tile is made of; equal for releases that show the same. */
export const thingContentName = ({ layer }: ThingTile, { batches, period }: ThingContent): string =>
  `${layer}-${batches.join(".")}-${period}`;

/** The body of a tile; NO_CONTENT where nothing is. */
export const thingTile = (
  store: Store,
  tile: ThingTile,
  content: ThingContent,
  isGzip: boolean,
): Promise<Body> => {
  const { layer, z, x, y } = tile;
  const name = `thing ${thingContentName(tile, content)} ${z}/${x}/${y} ${isGzip ? "gzip" : "plain"}`;
  return store.bodies.get(name, async () => {
    const read = layer === "roads" ? readRoads : readFacilities;
    const bytes = featureTile(layer, await read(store.rows, tile, content), tile);
    if (bytes === null) return NO_CONTENT;
    const plain = Buffer.from(bytes);
    return bodyOf(TYPE, [isGzip ? await packed(plain) : plain], isGzip ? "gzip" : null);
  });
};

const named = (names: Text): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([language, name]) => [`name:${language}`, name]));

/** What is in use in a period. */
const IN_USE = (table: string, period: string): string =>
  `(${table}.opened is null or ${table}.opened <= ${period}) and (${table}.closed is null or ${table}.closed > ${period})`;

async function readRoads(
  rows: ReadRows,
  { z, x, y }: ThingTile,
  { batches, period }: ThingContent,
): Promise<Feature[]> {
  const classes = ROAD_CLASSES.filter((id) => Math.floor(ROAD_CLASS_ROWS[id].minZoom) <= z);
  const found = await rows<{ id: number; class: string; surface: string; names: Text; line: Buffer }>(
    `select r.id, r.class, r.surface, r.names, st_asbinary(r.line) as line from thing.road r
     where r.batch = any($1::int[]) and r.class = any($2::text[]) and ${IN_USE("r", "$3")}
       and r.line && st_makeenvelope($4, $5, $6, $7, 4326)
     order by r.id`,
    [batches, classes, period, ...tileBounds(z, x, y)],
  );
  return found.map(({ id, class: roadClass, surface, names, line }) => ({
    type: "Feature",
    id,
    properties: { class: roadClass, surface, ...named(names) },
    geometry: { type: "LineString", coordinates: decodeLine(line) },
  }));
}

async function readFacilities(
  rows: ReadRows,
  { z, x, y }: ThingTile,
  { batches, period }: ThingContent,
): Promise<Feature[]> {
  const kinds = FACILITY_KINDS.filter(({ id }) => facilityMinZoom(id) <= z).map(({ id }) => id);
  const found = await rows<{
    id: number;
    kind: string;
    code: string;
    names: Text;
    lon: number;
    lat: number;
    measures: FacilityMeasureId[];
    value: (number | null)[] | null;
  }>(
    `select distinct on (f.code) f.id, f.kind, f.code, f.names, st_x(f.point) as lon, st_y(f.point) as lat, b.measures, v.value
     from thing.facility f join thing.batch b on b.id = f.batch
     left join thing.facility_value v on v.facility = f.id and v.period = $3
     where f.batch = any($1::int[]) and f.kind = any($2::text[]) and ${IN_USE("f", "$3")}
       and f.point && st_makeenvelope($4, $5, $6, $7, 4326)
     order by f.code, b.priority desc, b.id desc`,
    [batches, kinds, period, ...tileBounds(z, x, y)],
  );
  return found.map(({ id, kind, code, names, lon, lat, measures, value }) => {
    const row = facilityKind(kind)!;
    const figures = figuresOf(measures, value);
    const of = (measure: FacilityMeasureId | null): number => (measure && figures[measure]) ?? -1;
    return {
      type: "Feature",
      id,
      properties: {
        code,
        kind,
        ...named(names),
        served: of(row.served),
        capacity: of(row.capacity),
        overfull: isOverfull(row, figures) ? 1 : 0,
      },
      geometry: { type: "Point", coordinates: [lon, lat] },
    };
  });
}

/** Figures by measure; none where there is no row. */
export const figuresOf = (
  measures: readonly FacilityMeasureId[],
  value: readonly (number | null)[] | null,
): FacilityFigures =>
  Object.fromEntries(value ? measures.map((measure, at) => [measure, value[at] ?? null]) : []);
