// Figures of facilities: one row for a facility and period, with its catchment where there is one.

import type { FacilityRow } from "#domain/things";
import type { FindingLog } from "#server/import/findings/finding_log";

/** Keeps the figures of a row of a file; the same facility and period again is a finding. */
export function addFigures(
  rows: Map<string, FacilityRow & { readonly row: number }>,
  own: FacilityRow & { readonly row: number },
  file: string,
  log: FindingLog,
): void {
  const key = `${own.code}\n${own.period}`;
  const before = rows.get(key);
  if (!before) {
    rows.set(key, own);
    return;
  }
  const isSame = before.values.join() === own.values.join();
  log.addRow({
    severity: isSame ? "note" : "error",
    rule: isSame ? "row_repeated" : "rows_differ",
    file,
    row: own.row,
    value: own.code,
    message: `"${own.code}" has figures of ${own.period} already, in ${log.rowName(file, before.row)}${isSame ? ", the same" : ", and others"}`,
    action: isSame
      ? "the second row was left out"
      : "nothing is imported; a facility has one row for a period",
  });
}

/** Figures with catchments; a period that only one of both has gets a row all the same. */
export function withCatchments(
  rows: readonly FacilityRow[],
  catchments: ReadonlyMap<string, NonNullable<FacilityRow["catchment"]>>,
  measures: number,
): FacilityRow[] {
  const keyOf = ({ code, period }: FacilityRow): string => `${code}\n${period}`;
  const left = new Map(catchments);
  const joined = rows.map((row): FacilityRow => {
    const catchment = left.get(keyOf(row));
    left.delete(keyOf(row));
    return catchment ? { ...row, catchment } : row;
  });
  for (const [key, catchment] of left) {
    const [code, period] = key.split("\n") as [string, string];
    joined.push({ code, period, values: Array.from({ length: measures }, () => null), catchment });
  }
  return joined;
}
