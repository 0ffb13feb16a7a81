// The only reader and writer of the URL. Only what differs from the default is written.

import { CODECS, integer } from "./link_codecs.ts";
import { fieldsOf, viewOf } from "./link_fields.ts";
import type { LinkFields } from "./link_fields.ts";
import type { View } from "./view.ts";

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
