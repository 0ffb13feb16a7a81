// The only reader and writer of the URL. Only what differs from the default is written.

import { CLASS_METHODS, CLASS_PLACES, CLASS_SCOPES, MAX_CLASSES, ZERO_RULES } from "#domain/classes";
import { CONTEXT_LAYER_IDS } from "#domain/context";
import { packCodes, unpackCodes } from "#domain/area_set_codec";
import { readConditions, writeConditions } from "#domain/condition";
import { CODE_PATTERN, ID_PATTERN } from "#domain/id";
import { LENS_IDS } from "#domain/lens";
import { readRisingNumbers } from "#domain/number_list";
import { isPeriod } from "#domain/period";
import { LANGUAGE_IDS } from "#domain/language";
import { PAIR_SORTS } from "#domain/contract/bivariate";
import { readAxisBounds, writeAxisBounds } from "#domain/bivariate";
import type { AxisBounds } from "#domain/bivariate";
import { readMaps, writeMaps } from "./map_spec.ts";
import type { MapSpec } from "./map_spec.ts";
import { readName, readPlaces } from "./basket.ts";
import { DISPLAYS, WALL_SECONDS, readPlaylist, writePlaylist } from "./playlist.ts";
import { CARDS, DEFAULT_ORDER, DRAWER_HEIGHTS, LISTS, PANES, TABS, THEMES } from "./view.ts";
import type { Camera, DrawerHeight, ListOrder, Mode, View } from "./view.ts";

interface Codec<T> {
  /** Name in the query string; never renamed, retired through MIGRATIONS. */
  readonly key: string;
  write(value: T): string;
  /** Undefined when the text is malformed. */
  read(text: string): T | undefined;
}

const oneOf = <T extends string>(key: string, known: readonly T[]): Codec<T> => ({
  key,
  write: (value) => value,
  read: (text) => known.find((id) => id === text),
});

const word = (key: string, pattern: RegExp): Codec<string | null> => ({
  key,
  write: (value) => value ?? "",
  read: (text) => (pattern.test(text) ? text : undefined),
});

const integer = (text: string, min: number, max: number): number | undefined => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
};

/** Five digits of a degree are about a metre, two of a zoom are not seen. */
const camera: Codec<Camera | null> = {
  key: "at",
  write: (at) => (at ? `${at.lon.toFixed(5)},${at.lat.toFixed(5)},${at.zoom.toFixed(2)}` : ""),
  read: (text) => {
    const parts = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)$/.exec(text);
    if (!parts) return undefined;
    const [lon, lat, zoom] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom <= 22 ? { lon, lat, zoom } : undefined;
  },
};

const breaks: Codec<readonly number[] | null> = {
  key: "breaks",
  write: (numbers) => numbers?.join() ?? "",
  read: (text) => readRisingNumbers(text, MAX_CLASSES - 1),
};

/** What a link says where no layer is on. */
const NO_LAYERS = "none";

const bounds = (key: string): Codec<AxisBounds> => ({ key, write: writeAxisBounds, read: readAxisBounds });

/** How a link spells the heights of the drawer. */
const DRAWER_WORDS: Readonly<Record<DrawerHeight, string>> = { line: "closed", rows: "open", full: "full" };

/** A view as a link spells it: a mode by the parameters that only it has. */
interface LinkFields extends Omit<View, "mode"> {
  readonly second: string | null;
  readonly since: string | null;
  readonly class: number | null;
  readonly bounds: AxisBounds;
  readonly secondBounds: AxisBounds;
  readonly order: ListOrder;
  readonly maps: readonly MapSpec[] | null;
  readonly swipe: boolean;
  readonly named: string | null;
}

const NO_MODE = {
  second: null,
  since: null,
  class: null,
  bounds: null,
  secondBounds: null,
  order: DEFAULT_ORDER,
  maps: null,
  swipe: false,
  named: null,
} as const;

/** The parameters of a view in a link; `viewOf` reads them. */
function fieldsOf({ mode, ...rest }: View): LinkFields {
  const fields = { ...rest, ...NO_MODE };
  switch (mode.kind) {
    case "one":
      return fields;
    case "named":
      return { ...fields, named: mode.id };
    case "change":
    case "bivariate":
    case "compare": {
      const { kind: _kind, ...own } = mode;
      return { ...fields, ...own };
    }
  }
}

/** The view of a link. Of several modes that an address written by hand may name it takes the one that shows most. */
function viewOf(fields: LinkFields): View {
  const { second, since, class: picked, bounds, secondBounds, order, maps, swipe, named, ...rest } = fields;
  const mode: Mode = maps
    ? { kind: "compare", maps, swipe }
    : second !== null
      ? { kind: "bivariate", second, class: picked, bounds, secondBounds, order }
      : since !== null
        ? { kind: "change", since }
        : named !== null
          ? { kind: "named", id: named }
          : { kind: "one" };
  return { ...rest, mode };
}

/** One codec for every field: a new field of View does not compile until it is encoded here. */
const CODECS: { readonly [K in keyof LinkFields]: Codec<LinkFields[K]> } = {
  release: {
    key: "release",
    write: (value) => String(value ?? ""),
    read: (text) => integer(text, 1, 999_999_999),
  },
  lens: oneOf("lens", LENS_IDS),
  indicator: word("indicator", ID_PATTERN),
  period: {
    key: "period",
    write: (value) => value ?? "",
    read: (text) => (isPeriod(text) ? text : undefined),
  },
  level: word("level", ID_PATTERN),
  second: word("with", ID_PATTERN),
  since: {
    key: "since",
    write: (value) => value ?? "",
    read: (text) => (isPeriod(text) ? text : undefined),
  },
  class: {
    key: "class",
    write: (value) => String(value ?? ""),
    read: (text) => integer(text, 0, 8),
  },
  bounds: bounds("need_at"),
  secondBounds: bounds("with_at"),
  order: {
    key: "order",
    write: ({ sort, first }) => (first === "worst" ? sort : `${sort}-best`),
    read: (text) => {
      const [, word, best] = /^([a-z]+)(-best)?$/.exec(text) ?? [];
      const sort = PAIR_SORTS.find((known) => known === word);
      return sort && { sort, first: best ? "best" : "worst" };
    },
  },
  set: {
    key: "set",
    write: (value) => (value ? packCodes(value) : ""),
    read: (text) => unpackCodes(text) ?? undefined,
  },
  setName: { key: "set_name", write: (value) => value ?? "", read: readName },
  card: oneOf("card", CARDS),
  where: {
    key: "where",
    write: (value) => (value ? writeConditions(value) : ""),
    read: (text) => readConditions(text) ?? undefined,
  },
  places: { key: "places", write: (value) => value?.join() ?? "", read: readPlaces },
  maps: {
    key: "maps",
    write: (value) => (value ? writeMaps(value) : ""),
    read: readMaps,
  },
  swipe: {
    key: "swipe",
    write: (value) => (value ? "1" : "0"),
    read: (text) => (text === "1" ? true : text === "0" ? false : undefined),
  },
  named: word("mode", ID_PATTERN),
  area: word("area", CODE_PATTERN),
  facility: word("facility", CODE_PATTERN),
  off: {
    key: "off",
    write: (value) => value.join(),
    read: (text) =>
      text.split(",").every((id) => ID_PATTERN.test(id)) ? [...new Set(text.split(","))].sort() : undefined,
  },
  method: {
    key: "method",
    write: (value) => value ?? "",
    read: (text) => CLASS_METHODS.find((id) => id === text),
  },
  classes: { key: "k", write: String, read: (text) => integer(text, 2, MAX_CLASSES) },
  zero: oneOf("zero", ZERO_RULES),
  scope: oneOf("scope", CLASS_SCOPES),
  classPlace: oneOf("classes_of", CLASS_PLACES),
  breaks,
  language: oneOf("lang", LANGUAGE_IDS),
  theme: oneOf("theme", THEMES),
  camera,
  pane: oneOf("pane", PANES),
  tab: oneOf("tab", TABS),
  table: {
    key: "table",
    write: (value) => (value === null ? "" : DRAWER_WORDS[value]),
    read: (text) => DRAWER_HEIGHTS.find((height) => DRAWER_WORDS[height] === text),
  },
  list: oneOf("list", LISTS),
  columns: {
    key: "columns",
    write: (value) => (value ? "on" : "off"),
    read: (text) => (text === "on" ? true : text === "off" ? false : undefined),
  },
  layers: {
    key: "layers",
    write: (ids) => (ids === null ? "" : ids.join() || NO_LAYERS),
    read: (text) => {
      const ids = text === NO_LAYERS ? [] : text.split(",");
      const known = CONTEXT_LAYER_IDS.filter((id) => ids.includes(id));
      return known.length === ids.length ? known : undefined;
    },
  },
  display: oneOf("display", DISPLAYS),
  playlist: {
    key: "playlist",
    write: (value) => (value ? writePlaylist(value) : ""),
    read: readPlaylist,
  },
  seconds: {
    key: "seconds",
    write: String,
    read: (text) => integer(text, WALL_SECONDS.least, WALL_SECONDS.most),
  },
};

const FIELDS = Object.keys(CODECS) as (keyof LinkFields)[];

/** Rewrites the parameters of links of version n into those of version n + 1. */
export type Migration = (params: URLSearchParams) => URLSearchParams;

/** Entry 0 takes version 1 to version 2, and so on; links of today have the version `MIGRATIONS.length + 1`. */
const MIGRATIONS: readonly Migration[] = [];

export interface Decoded {
  readonly view: View;
  /** Parameters that were malformed or unknown, as `key=value`. */
  readonly dropped: readonly string[];
}

/** Reads a query string; what is malformed keeps its default and is reported. */
export function decode(
  search: string,
  defaults: View,
  migrations: readonly Migration[] = MIGRATIONS,
): Decoded {
  let params = new URLSearchParams(search);
  const version = integer(params.get("v") ?? "1", 1, migrations.length + 1);
  const dropped = version === undefined ? [`v=${params.get("v")}`] : [];
  params.delete("v");
  for (const migration of migrations.slice((version ?? migrations.length + 1) - 1))
    params = migration(params);

  const fields: { -readonly [K in keyof LinkFields]: LinkFields[K] } = fieldsOf(defaults);
  const readField = <K extends keyof LinkFields>(field: K): void => {
    const text = params.get(CODECS[field].key);
    if (text === null) return;
    const value = CODECS[field].read(text);
    if (value === undefined) dropped.push(`${CODECS[field].key}=${text}`);
    else fields[field] = value as LinkFields[K];
  };
  FIELDS.forEach(readField);
  const known = new Set(FIELDS.map((field) => CODECS[field].key));
  for (const [key, text] of params) if (!known.has(key)) dropped.push(`${key}=${text}`);
  return { view: viewOf(fields), dropped };
}

/** Writes the query string of a view, `""` for the default one. Fields in `pinned` are written in any case. */
export function encode(view: View, defaults: View, pinned: readonly (keyof LinkFields)[] = []): string {
  const [fields, usual] = [fieldsOf(view), fieldsOf(defaults)];
  const params = new URLSearchParams();
  if (MIGRATIONS.length > 0) params.set("v", String(MIGRATIONS.length + 1));
  const writeField = <K extends keyof LinkFields>(field: K): void => {
    const text = CODECS[field].write(fields[field]);
    if (text !== "" && (pinned.includes(field) || text !== CODECS[field].write(usual[field])))
      params.set(CODECS[field].key, text);
  };
  FIELDS.forEach(writeField);
  const bare = params.size === 0 || (params.size === 1 && params.has("v"));
  return bare
    ? ""
    : `?${params.toString().replaceAll("%2C", ",").replaceAll("%7E", "~").replaceAll("%40", "@")}`;
}
