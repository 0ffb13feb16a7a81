// Files of the portal by path: tables of a place, open data of a release.

import type { Source } from "#server/portal/view";
import {
  CSV_TYPE,
  dictionaryCsv,
  HASHES,
  hashList,
  indicatorCsv,
  indicatorJson,
  levelGeoJson,
  licenceText,
  releaseZip,
} from "./open_data.ts";
import { placeCsv } from "./place_csv.ts";

interface PortalFile {
  readonly type: string;
  readonly body: string | Buffer;
}

const TEXT_TYPE = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** The file at a path; null where none can be. Throws a 404 for an area, a level or an indicator that is not there. */
export async function findFile(source: Source, path: string): Promise<PortalFile | null> {
  const place = /^place\/([^/]{1,64})\.csv$/.exec(path);
  if (place) return { type: CSV_TYPE, body: await placeCsv(source, place[1]!) };
  if (/^data\/\d+\.zip$/.test(path)) return { type: "application/zip", body: await releaseZip(source) };
  const name = /^data\/\d+\/(.+)$/.exec(path)?.[1];
  if (name === undefined) return null;
  if (name === "dictionary.csv") return { type: CSV_TYPE, body: await dictionaryCsv(source) };
  if (name === "LICENCE.txt") return { type: TEXT_TYPE, body: licenceText(source) };
  if (name === HASHES) return { type: TEXT_TYPE, body: await hashList(source) };
  const outlines = /^([\w-]{1,64})\.geojson$/.exec(name);
  if (outlines)
    return {
      type: "application/geo+json",
      body: await levelGeoJson(source, source.release.level(outlines[1]!).id),
    };
  const table = /^([\w-]{1,64})\/([\w-]{1,64})\.(csv|json)$/.exec(name);
  if (!table) return null;
  const level = source.release.level(table[1]!).id;
  const indicator = source.release.indicator(table[2]!);
  return table[3] === "csv"
    ? { type: CSV_TYPE, body: await indicatorCsv(source, level, indicator) }
    : { type: JSON_TYPE, body: await indicatorJson(source, level, indicator) };
}
