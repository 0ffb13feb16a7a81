// The figures of a public release as files: a table for each indicator and level, outlines for each level, what they mean.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { disclosureRule } from "#domain/disclosure";
import { formatTerm } from "#domain/indicator";
import { LANGUAGE_IDS } from "#domain/language";
import { HAS_VALUE, missingOfStatus } from "#domain/missing";
import { pickText } from "#domain/text";
import { UNITS } from "#domain/unit";
import type { ExactColumn } from "#server/column_store/column";
import { toCsv } from "#server/read/csv";
import type { AreaIndex } from "#server/read/areas/area_index";
import { Turns } from "#server/read/turns";
import { readShapes, type Shape } from "#server/portal/shapes";
import type { Source } from "#server/portal/view";
import { sha256Of } from "./in_slices.ts";
import { zipOf, type ZipEntry } from "./zip.ts";

/** The list of the hashes of all other files. */
export const HASHES = "SHA256SUMS";

export const CSV_TYPE = "text/csv; charset=utf-8";

/** Digits of a number that is not whole. */
const DIGITS = 6;

interface Table {
  readonly index: AreaIndex;
  readonly above: AreaIndex | null;
  readonly columns: readonly { readonly period: string; readonly column: ExactColumn | null }[];
}

/** Whole numbers as they are, others with six digits. */
export const tidyNumber = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));

const valueAt = ({ numerator, denominator, status }: ExactColumn, idx: number): number | string =>
  status[idx] === HAS_VALUE
    ? tidyNumber(numerator[idx]! / (denominator?.[idx] ?? 1))
    : missingOfStatus(status[idx]!);

/** Whether the public may see an indicator at a level at all: below that there is a reason in place of every figure. */
export function isPublicAt(
  { release }: Pick<Source, "release">,
  level: string,
  indicator: CatalogIndicator,
): boolean {
  const { levels } = release.catalog;
  const lowest = levels.length - 1 - (disclosureRule(indicator)?.levelsAboveLowest ?? 0);
  return levels.findIndex(({ id }) => id === level) <= lowest;
}

async function readTable(
  { store, release }: Source,
  level: string,
  { id, periods }: CatalogIndicator,
): Promise<Table> {
  const levels = release.catalog.levels.map((row) => row.id);
  const above = levels[levels.indexOf(level) - 1];
  const columns = await Promise.all(
    periods.map(async (period) => {
      const entry = release.find(level, id, period);
      return { period, column: entry && (await store.columns.exact(entry)) };
    }),
  );
  return {
    index: await store.areas.level(release.boundaryVersion, level),
    above: above === undefined ? null : await store.areas.level(release.boundaryVersion, above),
    columns,
  };
}

/** A row per area of a level, made when it is asked for. */
function* rowsOf({ index, above, columns }: Table): Generator<(string | number)[]> {
  for (let idx = 0; idx < index.length; idx++)
    yield [
      index.code(idx),
      ...LANGUAGE_IDS.map((language) => pickText(index.names(idx), language)),
      above?.code(index.parent(idx)) ?? "",
      ...columns.map(({ column }) => (column ? valueAt(column, idx) : "not-surveyed")),
    ];
}

/** JSON of as many values; others have their turn between them. */
async function jsonArray(length: number, valueOf: (idx: number) => number | string): Promise<string> {
  const turns = new Turns();
  const values: string[] = [];
  for (let idx = 0; idx < length; idx++) {
    values.push(JSON.stringify(valueOf(idx)));
    await turns.pass();
  }
  return `[${values.join()}]`;
}

/** All areas of a level with an indicator in all periods, a column each; where there is no figure the reason stands. */
export async function indicatorCsv(
  source: Source,
  level: string,
  indicator: CatalogIndicator,
): Promise<string> {
  const table = await readTable(source, level, indicator);
  return toCsv(
    [
      "code",
      ...LANGUAGE_IDS.map((language) => `name_${language}`),
      "parent_code",
      ...table.columns.map(({ period }) => period),
    ],
    rowsOf(table),
  );
}

/** The same as JSON: values by period in the order of the codes. */
export async function indicatorJson(
  source: Source,
  level: string,
  indicator: CatalogIndicator,
): Promise<string> {
  const { index, columns } = await readTable(source, level, indicator);
  const { id, label, unit } = indicator;
  const about = JSON.stringify({ release: source.release.number, level, indicator: id, label, unit });
  const codes = await jsonArray(index.length, (idx) => index.code(idx));
  const values: string[] = [];
  for (const { period, column } of columns) {
    const own = await jsonArray(index.length, (idx) => (column ? valueAt(column, idx) : "not-surveyed"));
    values.push(`${JSON.stringify(period)}:${own}`);
  }
  return `${about.slice(0, -1)},"codes":${codes},"values":{${values.join()}}}`;
}

/** Digits behind the point of a degree: a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** Areas whose outlines are in memory at a time. */
const OUTLINES_AT_ONCE = 500;

/** The outlines of a level with every indicator in its last period. */
export async function levelGeoJson(source: Source, level: string): Promise<Buffer> {
  const { store, release } = source;
  const index = await store.areas.level(release.boundaryVersion, level);
  const columns = await Promise.all(
    release.catalog.indicators
      .filter((indicator) => isPublicAt(source, level, indicator))
      .map(async ({ id, periods }) => {
        const entry = release.find(level, id, periods.at(-1)!);
        return { id, column: entry && (await store.columns.exact(entry)) };
      }),
  );
  const featureOf = ({ idx, polygons }: Shape) => ({
    type: "Feature",
    id: index.code(idx),
    properties: {
      code: index.code(idx),
      ...Object.fromEntries(
        LANGUAGE_IDS.map((language) => [`name_${language}`, pickText(index.names(idx), language)]),
      ),
      ...Object.fromEntries(
        columns.flatMap(({ id, column }) => (column ? [[id, valueAt(column, idx)]] : [])),
      ),
    },
    geometry: {
      type: "MultiPolygon",
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [round(x!), round(y!)]))),
    },
  });
  const turns = new Turns();
  const pieces = [Buffer.from('{"type":"FeatureCollection","features":[')];
  let separator = "";
  for (let first = 0; first < index.length; first += OUTLINES_AT_ONCE) {
    const last = Math.min(first + OUTLINES_AT_ONCE, index.length) - 1;
    const features: string[] = [];
    for (const shape of await readShapes(store, release.boundaryVersion, level, { first, last })) {
      features.push(separator + JSON.stringify(featureOf(shape)));
      separator = ",";
      await turns.pass();
    }
    pieces.push(Buffer.from(features.join("")));
  }
  return Buffer.concat([...pieces, Buffer.from("]}")]);
}

/** What each indicator means: names, unit, formula, lowest public level. */
export function dictionaryCsv({ release }: Source): Promise<string> {
  const { indicators, levels } = release.catalog;
  return toCsv(
    [
      "indicator",
      ...LANGUAGE_IDS.map((language) => `label_${language}`),
      "unit",
      "stored_as",
      "formula",
      "lowest_level",
      "periods",
      "departments",
    ],
    indicators.map((indicator) => [
      indicator.id,
      ...LANGUAGE_IDS.map((language) => pickText(indicator.label, language)),
      indicator.unit,
      UNITS[indicator.unit].scale === 1 ? "as shown" : `multiply by ${UNITS[indicator.unit].scale}`,
      formatTerm(indicator.numerator) +
        (indicator.denominator ? ` / (${formatTerm(indicator.denominator)})` : ""),
      levels.at(-1 - (disclosureRule(indicator)?.levelsAboveLowest ?? 0))?.id,
      indicator.periods.join(" "),
      indicator.sources.map(({ department }) => pickText(department, "en")).join("; "),
    ]),
  );
}

export function licenceText({ release, releases }: Source): string {
  const { title, licence } = release.catalog;
  const date = releases.find(({ number }) => number === release.number)?.publishedAt ?? "";
  return `${Object.values(title).join(" / ")}\nrelease ${release.number}, ${date}\n\n${licence.name}\n${licence.attribution}\n`;
}

/** Every file of a release under its name, one after another. */
async function* dataFiles(source: Source): AsyncGenerator<ZipEntry> {
  const { levels, indicators } = source.release.catalog;
  const file = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text) });
  yield file("LICENCE.txt", licenceText(source));
  yield file("dictionary.csv", await dictionaryCsv(source));
  for (const { id: level } of levels) {
    yield { name: `${level}.geojson`, bytes: await levelGeoJson(source, level) };
    for (const indicator of indicators) {
      if (!isPublicAt(source, level, indicator)) continue;
      yield file(`${level}/${indicator.id}.csv`, await indicatorCsv(source, level, indicator));
      yield file(`${level}/${indicator.id}.json`, await indicatorJson(source, level, indicator));
    }
  }
}

const hashLine = async ({ name, bytes }: ZipEntry): Promise<string> =>
  `${(await sha256Of(bytes)).toString("hex")}  ${name}\n`;

/** The same, and last the list of their hashes. */
async function* hashedFiles(source: Source): AsyncGenerator<ZipEntry> {
  let hashes = "";
  for await (const entry of dataFiles(source)) {
    hashes += await hashLine(entry);
    yield entry;
  }
  yield { name: HASHES, bytes: Buffer.from(hashes) };
}

/** Every file of a release as one ZIP. */
export const releaseZip = (source: Source): Promise<Buffer> => zipOf(hashedFiles(source));

/** Every file of a release and the list of their hashes, and all of them as one ZIP; indicators at levels at which none is public have none. */
export async function releaseFiles(source: Source): Promise<{ entries: ZipEntry[]; zip: Buffer }> {
  const entries: ZipEntry[] = [];
  for await (const entry of hashedFiles(source)) entries.push(entry);
  return { entries, zip: await zipOf(entries) };
}

/** The hashes of the files of a release, as `sha256sum -c` reads them. */
export async function hashList(source: Source): Promise<string> {
  let hashes = "";
  for await (const entry of dataFiles(source)) hashes += await hashLine(entry);
  return hashes;
}
