// Facilities, roads and context among the files: a list of which a column says kinds, lines of road classes, rivers, lakes and seats.

import { roadClassOf, kindOf, seatClassOf, surfaceOf, type Translate } from "./thing_words.ts";
import { pointColumns } from "./area_sources.ts";
import { codeColumns } from "./codes.ts";
import { nameColumns } from "./names.ts";
import type { SeenColumn, SeenSource } from "./seen_source.ts";

/** A column and what its words mean here. */
export interface Chosen {
  readonly column: SeenColumn;
  readonly as: Readonly<Record<string, string>>;
  /** Words that are not known; their rows are left out. */
  readonly unknown: readonly string[];
}

export interface FoundFacilities {
  readonly source: SeenSource;
  readonly code: SeenColumn;
  readonly kind: Chosen;
  readonly point: "geometry" | { readonly lon: SeenColumn; readonly lat: SeenColumn };
}

export interface FoundRoads {
  readonly source: SeenSource;
  readonly class: Chosen;
  readonly surface: Chosen | null;
}

export interface FoundLayer {
  readonly source: SeenSource;
  readonly class: "river" | "lake";
}

/** Seats of government: places with a name and a point. */
export interface FoundSeats {
  readonly source: SeenSource;
  /** A column that says which kind each is, or one for all. */
  readonly class: Chosen | string;
  readonly point: "geometry" | { readonly lon: SeenColumn; readonly lat: SeenColumn };
}

export interface Things {
  readonly facilities: readonly FoundFacilities[];
  readonly roads: readonly FoundRoads[];
  readonly layers: readonly FoundLayer[];
  readonly seats: readonly FoundSeats[];
  /** All other sources: areas, tables and what nobody knows. */
  readonly others: readonly SeenSource[];
}

/** So many of the rows have a word that is known. */
const MOST = 0.8;
/** More different words than this are names. */
const MOST_WORDS = 40;

const RIVERS = /(^|[^a-z])(rivers?|streams?|waterways?)([^a-z]|$)|河流|水系/i;
const LAKES = /(^|[^a-z])(lakes?|reservoirs?|water_?bod(y|ies))([^a-z]|$)|湖泊|水库/i;

const SEATS = /(^|[^a-z])(seats?|capitals?|chefs?_?lieux?)([^a-z]|$)|驻地|行政中心|县城/i;
/** Which seats a file holds by its name; those of townships where it does not say. */
const SEATS_OF: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/乡|镇|township|commune/i, "township_seat"],
  [/县|区|county|district/i, "county_seat"],
  [/市|州|地级|prefect|province/i, "prefecture_seat"],
  [/./, "township_seat"],
];

/** The column whose words are known for most rows; null where there is none. */
function chosen({ columns, rowCount }: SeenSource, translate: Translate): Chosen | null {
  for (const column of columns) {
    if (column.distinct.size === 0 || column.distinct.size > MOST_WORDS) continue;
    const words = [...column.distinct];
    const known = words.filter((word) => translate(word) !== undefined);
    if (known.length === 0) continue;
    const rows = column.cells.reduce((sum, cell) => sum + Number(translate(cell) !== undefined), 0);
    if (rows < MOST * rowCount) continue;
    return {
      column,
      as: Object.fromEntries(known.map((word) => [word, translate(word)!])),
      unknown: words.filter((word) => translate(word) === undefined),
    };
  }
  return null;
}

function facilitiesIn(source: SeenSource): FoundFacilities | null {
  if (source.geometry === "polygons" || source.geometry === "lines") return null;
  const point = source.geometry === "points" ? "geometry" : pointColumns(source);
  const kind = chosen(source, kindOf);
  // Without coordinates it is a list of things in villages, which are counted.
  if (!kind || !point) return null;
  const keys = codeColumns([source]).filter(({ isKey, column }) => isKey && column !== kind.column);
  const code = keys[0]?.column;
  return code === undefined ? null : { source, code, kind, point };
}

function roadsIn(source: SeenSource): FoundRoads | null {
  if (source.geometry !== "lines") return null;
  const roadClass = chosen(source, roadClassOf);
  return roadClass && { source, class: roadClass, surface: chosen(source, surfaceOf) };
}

function layerIn(source: SeenSource): FoundLayer | null {
  const name = [source.spec.file.split("/").at(-1), source.spec.layer].join(" ");
  if (source.geometry === "lines" && RIVERS.test(name)) return { source, class: "river" };
  return source.geometry === "polygons" && LAKES.test(name) ? { source, class: "lake" } : null;
}

function seatsIn(source: SeenSource): FoundSeats | null {
  if (source.geometry === "polygons" || source.geometry === "lines") return null;
  const point = source.geometry === "points" ? "geometry" : pointColumns(source);
  if (!point || nameColumns(source).length === 0) return null;
  const own = chosen(source, seatClassOf);
  if (own) return { source, class: own, point };
  const name = [source.spec.file.split("/").at(-1), source.spec.entry, source.spec.layer].join(" ");
  if (!SEATS.test(name)) return null;
  const [, id] = SEATS_OF.find(([pattern]) => pattern.test(name))!;
  return { source, class: id, point };
}

/** Parts the sources into what stands on the map beside the areas, and all others. */
export function findThings(sources: readonly SeenSource[]): Things {
  const facilities: FoundFacilities[] = [];
  const roads: FoundRoads[] = [];
  const layers: FoundLayer[] = [];
  const seats: FoundSeats[] = [];
  const others: SeenSource[] = [];
  for (const source of sources) {
    const seat = seatsIn(source);
    const facility = facilitiesIn(source);
    const road = roadsIn(source);
    const layer = layerIn(source);
    if (seat) seats.push(seat);
    else if (facility) facilities.push(facility);
    else if (road) roads.push(road);
    else if (layer) layers.push(layer);
    else others.push(source);
  }
  return { facilities, roads, layers, seats, others };
}
