// How each field of a link is written in the query string and read from it.

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
import { readName, readPlaces } from "./basket.ts";
import type { LinkFields } from "./link_fields.ts";
import { readMaps, writeMaps } from "./map_spec.ts";
import { DISPLAYS, WALL_SECONDS, readPlaylist, writePlaylist } from "./playlist.ts";
import { CARDS, DRAWER_HEIGHTS, LISTS, PANES, TABS, THEMES } from "./view.ts";
import type { Camera, DrawerHeight } from "./view.ts";

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

/** A whole number within its bounds; undefined for any other text. */
export const integer = (text: string, min: number, max: number): number | undefined => {
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

/** One codec for every field: a new field of View does not compile until it is encoded here. */
export const CODECS: { readonly [K in keyof LinkFields]: Codec<LinkFields[K]> } = {
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
