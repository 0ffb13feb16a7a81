// The codes that figures may be given for.

import type { LineageInput } from "#domain/dataset";
import type { Database } from "#sql/connect";
import { query } from "#sql/query";
import { storedLineage } from "#server/release/release_inputs";
import { formerCodes } from "./former_codes.ts";
import type { NumberedLevel } from "#server/import/boundaries/number_areas";

/** Where the figures of a code may go: the level it is of, and its area of the top level. */
export interface KnownCode {
  readonly level: string;
  readonly rootCode: string;
  /** Dense number over all known codes. */
  readonly ordinal: number;
}

/** Every code of an area, on new boundaries or those of a stored version, and old codes that lead to one. */
export async function knownCodes(
  database: Pick<Database, "knex">,
  levels: readonly NumberedLevel[],
  version: number | null,
  lineage: readonly LineageInput[],
): Promise<Map<string, KnownCode>> {
  const known = new Map<string, KnownCode>();
  const add = (code: string, level: string, rootCode: string): void => {
    known.set(code, { level, rootCode, ordinal: known.size });
  };
  for (const level of levels) level.codes.forEach((code, idx) => add(code, level.id, level.rootCodes[idx]!));
  if (levels.length === 0) {
    const rows = await query<{ level: string; code: string; root_code: string }>(
      database.knex,
      "select level, code, root_code from geo.area where boundary_version = ? order by code",
      [version],
    );
    for (const row of rows) add(row.code, row.level, row.root_code);
  }
  const isArea = new Set(known.keys());
  const rows = [...(await storedLineage(database.knex)), ...lineage];
  for (const [former, code] of formerCodes(rows, (code) => isArea.has(code))) {
    const { level, rootCode } = known.get(code)!;
    add(former, level, rootCode);
  }
  return known;
}
