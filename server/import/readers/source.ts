// What every reader returns: named columns of text cells, with or without a geometry per row.

import type { Geometry } from "geojson";
import { ImportFault } from "#server/import/findings/import_fault";

export interface SourceRow {
  /** 1-based, header not counted; of a source that is made of several files it goes on from one to the next. */
  readonly number: number;
  /** Trimmed text by position of the column; "" where there is nothing. */
  readonly cells: readonly string[];
  /** Null for a feature without one; absent in a table. In the source's coordinate system. */
  readonly geometry?: Geometry | null;
  /** The file it stands in, where the source is made of several. */
  readonly file?: string;
}

export interface Source {
  readonly format: string;
  readonly columns: readonly string[];
  /** Coordinate system as the file declares it, in any form PROJ reads (`EPSG:27700`, WKT); null when it declares none. */
  readonly crs: string | null;
  /** Other sheets of the workbook, which may be meant. */
  readonly otherSheets?: readonly string[];
  rows(): AsyncIterable<SourceRow>;
}

/** What the profile may prescribe. */
export interface SourceOptions {
  /** Member of an archive. */
  readonly entry?: string | undefined;
  /** Layer of a GeoPackage, object of a TopoJSON, sheet of a workbook. */
  readonly layer?: string | undefined;
  readonly encoding?: string | undefined;
  /** Row of the header, counted from 1 at the top of the file; the first and the last of a header of two rows. */
  readonly header?: number | readonly [number, number] | undefined;
  /** Rows below the header that hold no data. */
  readonly skip?: number | undefined;
}

/** Writes any cell as trimmed text; numbers in full digits, dates as ISO days. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Columns of any file: more are no table, but a file whose keys are data. */
const MOST_COLUMNS = 5_000;

/** Throws an ImportFault for a file of too many columns. */
export function assertColumns(columns: { readonly size: number } | readonly string[], file: string): void {
  const count = "size" in columns ? columns.size : columns.length;
  if (count <= MOST_COLUMNS) return;
  throw new ImportFault(`has more than ${MOST_COLUMNS} columns`, {
    rule: "too_many_columns",
    file,
    action: "nothing was read; write what stands in the names of columns into rows",
  });
}

/** Builds a source from GeoJSON-like features: columns are the properties of all features, in order of appearance. */
export function sourceOfFeatures(
  format: string,
  file: string,
  crs: string | null,
  features: readonly { properties: Record<string, unknown> | null; geometry: Geometry | null }[],
): Source {
  const names = new Set<string>();
  for (const { properties } of features) {
    for (const name of Object.keys(properties ?? {})) names.add(name);
    assertColumns(names, file);
  }
  const columns = [...names];
  return {
    format,
    columns,
    crs,
    async *rows() {
      for (const [index, { properties, geometry }] of features.entries())
        yield { number: index + 1, cells: columns.map((column) => cellText(properties?.[column])), geometry };
    },
  };
}
