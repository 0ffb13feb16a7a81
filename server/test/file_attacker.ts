// An attacker on the portal as files: reads every figure out of them, and every long number, with nothing but parsers.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import yauzl from "yauzl";

/** A figure as a file has it: a number, or the reason why there is none. */
export interface FileFigure {
  readonly file: string;
  readonly indicator: string;
  readonly period: string;
  readonly code: string;
  readonly value: string;
}

const PERIOD = /^\d{4}/;

function* figuresOfCsv(file: string, text: string, indicator: string | null): Generator<FileFigure> {
  for (const row of parse<Record<string, string>>(text, { columns: true, bom: true }))
    for (const [period, value] of Object.entries(row))
      if (PERIOD.test(period) && value !== "")
        yield { file, indicator: indicator ?? row["indicator"]!, period, code: row["code"]!, value };
}

function* figuresOfJson(file: string, text: string): Generator<FileFigure> {
  const { indicator, codes, values } = JSON.parse(text) as {
    indicator: string;
    codes: string[];
    values: Record<string, (number | string)[]>;
  };
  for (const [period, own] of Object.entries(values))
    for (const [at, value] of own.entries())
      yield { file, indicator, period, code: codes[at]!, value: String(value) };
}

/** `last` is the last period of an indicator, which outlines have. */
function* figuresOfGeoJson(
  file: string,
  text: string,
  last: (indicator: string) => string,
): Generator<FileFigure> {
  const { features } = JSON.parse(text) as { features: { properties: Record<string, number | string> }[] };
  for (const { properties } of features) {
    const { code, ...others } = properties;
    for (const [indicator, value] of Object.entries(others))
      if (!indicator.startsWith("name_"))
        yield { file, indicator, period: last(indicator), code: String(code), value: String(value) };
  }
}

/** Every figure in the tables and outlines of a folder. */
export async function* figuresIn(
  directory: string,
  last: (indicator: string) => string,
): AsyncGenerator<FileFigure> {
  for (const file of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    const read = (): string => readFileSync(join(directory, file), "utf8");
    const table = /^data\/\d+\/\w+\/(\w+)\.(csv|json)$/.exec(file);
    if (table)
      yield* table[2] === "csv" ? figuresOfCsv(file, read(), table[1]!) : figuresOfJson(file, read());
    else if (/^place\/[^/]+\.csv$/.test(file)) yield* figuresOfCsv(file, read(), null);
    else if (/^place\/[^/]+\.zip$/.test(file))
      yield* figuresOfCsv(file, (await textsOfZip(readFileSync(join(directory, file)))).trimEnd(), null);
    else if (file.endsWith(".geojson")) yield* figuresOfGeoJson(file, read(), last);
  }
}

/** Numbers of six digits and more of a text, thousands separators and points taken out. */
export const longNumbersOf = (text: string): string[] =>
  [...text.matchAll(/\d[\d,.]{5,}\d|\d{6,}/g)].map(([number]) => number.replace(/[,.]/g, ""));

/** The texts of all files of an archive. */
export async function textsOfZip(bytes: Buffer): Promise<string> {
  const archive = await yauzl.fromBufferPromise(bytes);
  let all = "";
  for await (const entry of archive.eachEntry()) {
    for await (const chunk of await archive.openReadStreamPromise(entry)) all += (chunk as Buffer).toString();
    all += "\n";
  }
  return all;
}

/** Numbers of six digits and more in all files, thousands separators and points taken out, each with one of its files. */
export async function longNumbersIn(directory: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    if (!/\.(html|csv|json|geojson|xml|txt|svg|zip)$/.test(file)) continue;
    const bytes = readFileSync(join(directory, file));
    const text = file.endsWith(".zip") ? await textsOfZip(bytes) : bytes.toString();
    for (const digits of longNumbersOf(text)) if (!found.has(digits)) found.set(digits, file);
  }
  return found;
}
