// Describes the catalogue of a release: what it shows, with what formula, from which tables.

import type { Knex } from "knex";
import type { Manifest } from "#domain/manifest";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { formatTerm, measuresOf, type Indicator } from "#domain/indicator";
import { LENSES, LENS_IDS } from "#domain/lens";
import { comparePeriods } from "#domain/period";
import { WHOLE } from "#domain/whole";
import type { WrittenColumn } from "./column_writer.ts";
import type { ReleaseCatalog } from "#server/column_store/release_record";
import type { BatchRow, Registry } from "./release_inputs.ts";
import { sampledFigures } from "./sampling.ts";
import { query } from "#sql/query";

/** Periods in which some area has a number, by column id. */
function periodsByColumn(entries: readonly WrittenColumn[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { indicator, period, statistics } of entries)
    if (statistics.count > 0) {
      const periods = found.get(indicator) ?? new Set();
      found.set(indicator, periods.add(period));
    }
  return new Map([...found].map(([id, periods]) => [id, [...periods].sort(comparePeriods)]));
}

const formulaOf = ({ numerator, denominator }: Indicator): string => {
  const bracket = (text: string): string => (/ [+−×] /.test(text) ? `(${text})` : text);
  return denominator
    ? `${bracket(formatTerm(numerator))} / ${bracket(formatTerm(denominator))}`
    : formatTerm(numerator);
};

function describeIndicator(
  indicator: Indicator,
  periods: readonly string[],
  batches: readonly BatchRow[],
): CatalogIndicator {
  const needs = new Set(measuresOf(indicator));
  // A register has a batch for each level of what does not add up: it is one source all the same.
  const sources = new Map(
    batches
      .filter(({ measures }) => measures.some((measure) => needs.has(measure)))
      .map(({ department, fileName, reportingDate }) => [
        JSON.stringify([department, fileName, reportingDate]),
        { department, fileName, reportingDate },
      ]),
  );
  const { sampling: _, ...definition } = indicator;
  const { sampling, sampledIn } = sampledFigures(indicator, batches);
  return {
    ...definition,
    ...(sampling ? { sampling, sampledIn: periods.filter((period) => sampledIn.includes(period)) } : {}),
    formula: formulaOf(indicator),
    periods: [...periods],
    sources: [...sources.values()],
  };
}

async function describeLevels(
  db: Knex,
  boundaryVersion: number,
  manifest: Manifest,
): Promise<CatalogLevel[]> {
  const rows = await query<{
    level: string;
    n: number;
    min_zoom: number;
    max_zoom: number;
    legible_zoom: number;
  }>(
    db,
    `select z.level, z.min_zoom, z.max_zoom, z.legible_zoom,
            (select count(*)::int from geo.area a where a.boundary_version = z.boundary_version and a.level = z.level) as n
     from tile.level_zoom z where z.boundary_version = ?`,
    [boundaryVersion],
  );
  return manifest.levels.map((level) => {
    const row = rows.find(({ level: id }) => id === level.id);
    if (!row) throw new Error(`level ${level.id} of boundary version ${boundaryVersion} has no zooms`);
    return {
      ...level,
      areaCount: row.n,
      minZoom: row.min_zoom,
      maxZoom: row.max_zoom,
      legibleZoom: row.legible_zoom,
    };
  });
}

/** Kinds of facilities and classes of roads, with how many there are, and where they come from. */
async function describeThings(db: Knex, batches: readonly number[]): Promise<ReleaseCatalog["things"]> {
  const countBy = (table: "facility" | "road", column: "kind" | "class") =>
    query<{ id: string; count: number }>(
      db,
      `select ${column} as id, count(*)::int as count from thing.${table} where batch = any(?::int[]) group by 1 order by 1`,
      [[...batches]],
    );
  const sources = await query<NonNullable<ReleaseCatalog["things"]>["sources"][number]>(
    db,
    `select section, department, file_name as "fileName", to_char(reporting_date, 'YYYY-MM-DD') as "reportingDate"
     from thing.batch where id = any(?::int[]) order by id`,
    [[...batches]],
  );
  return {
    kinds: await countBy("facility", "kind"),
    roadClasses: await countBy("road", "class"),
    sources,
  };
}

/** The catalogue for the columns that were written. */
export async function describeRelease(
  db: Knex,
  boundaryVersion: number,
  manifest: Manifest,
  registry: Registry,
  { tables: batches, things }: { tables: readonly BatchRow[]; things: readonly number[] },
  entries: readonly WrittenColumn[],
): Promise<ReleaseCatalog> {
  const rows = await query<{ bbox: [number, number, number, number]; is_drawn: boolean }>(
    db,
    `select array[coalesce(min(bbox[1]), -180), coalesce(min(bbox[2]), -85),
                  coalesce(max(bbox[3]), 180), coalesce(max(bbox[4]), 85)] as bbox,
            count(bbox) > 0 as is_drawn
     from geo.area where boundary_version = ?`,
    [boundaryVersion],
  );
  const tops = await query<{ code: string }>(
    db,
    "select code from geo.area where boundary_version = ? and level = ? order by idx limit 2",
    [boundaryVersion, manifest.levels[0]!.id],
  );
  const periods = periodsByColumn(entries);
  const shown = registry.indicators.filter(({ id }) => periods.has(id));
  return {
    dataset: manifest.dataset,
    title: manifest.title,
    licence: manifest.licence,
    isFictional: manifest.isFictional,
    defaultLanguage: manifest.defaultLanguage,
    ...(manifest.currency ? { currency: manifest.currency } : {}),
    bbox: rows[0]!.bbox,
    isDrawn: rows[0]!.is_drawn,
    rootCode: tops.length === 1 ? tops[0]!.code : WHOLE,
    levels: await describeLevels(db, boundaryVersion, manifest),
    lenses: LENS_IDS.map((id) => {
      const indicators = shown.filter(({ lens }) => lens === id).map((indicator) => indicator.id);
      const wanted: string = LENSES[id].defaultIndicator;
      return {
        id,
        label: LENSES[id].label,
        indicators,
        defaultIndicator: indicators.includes(wanted) ? wanted : (indicators[0] ?? null),
      };
    }),
    indicators: shown.map((indicator) => describeIndicator(indicator, periods.get(indicator.id)!, batches)),
    measures: registry.measures.filter(({ id }) => batches.some(({ measures }) => measures.includes(id))),
    tables: batches.map(({ tableId, department, fileName, reportingDate, level, measures, priority }) => ({
      id: tableId,
      department,
      fileName,
      reportingDate,
      level,
      measures: [...measures],
      priority,
    })),
    periods: [...new Set(entries.map(({ period }) => period))].sort(comparePeriods),
    ...(things.length > 0 ? { things: await describeThings(db, things) } : {}),
  };
}
