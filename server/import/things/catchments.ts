// Which villages' people go to which facility, and how many: a table of a profile.

import type { FacilityRow } from "#domain/things";
import type { ThingContext } from "./source_head.ts";
import { codeReader } from "#server/import/tables/row_readers";
import { numberReader, periodCell, type RowContext } from "./cells.ts";
import type { FacilitiesSpec } from "./profile.ts";

/** Catchments by `facility\nperiod`. Rows of an unknown facility or village are left out, with a finding. */
export async function readCatchments(
  { period: ofFacilities }: FacilitiesSpec,
  spec: NonNullable<FacilitiesSpec["catchment"]>,
  facilities: ReadonlySet<string>,
  { files, log, villages }: ThingContext,
): Promise<Map<string, NonNullable<FacilityRow["catchment"]>>> {
  const { file } = spec;
  const source = await files.open(spec);
  const at: RowContext = { source, file, log };
  const period = spec.period ?? ofFacilities!;
  const [codeOf, villageOf, countOf] = [
    codeReader(spec.key, source, file, log),
    codeReader(spec.village, source, file, log),
    numberReader(spec.count, at, true),
  ];
  const periodOf = typeof period === "object" ? periodCell(period.column, at) : () => period;
  const counts = new Map<string, Map<string, number>>();
  for await (const row of source.rows()) {
    const [code, village, count, when] = [codeOf(row), villageOf(row), countOf(row), periodOf(row)];
    if (code === null || village === null || count === null || when === null) continue;
    const unknown = !facilities.has(code)
      ? [spec.key.column, code, `"${code}" is no facility`]
      : villages.has(village)
        ? null
        : [spec.village.column, village, `"${village}" is no village`];
    if (unknown) {
      const [column, value, message] = unknown as [string, string, string];
      log.addRow({
        severity: "warning",
        rule: "unknown_code",
        file,
        row: row.number,
        column,
        value,
        message,
        action: "the row was left out",
      });
      continue;
    }
    const key = `${code}\n${when}`;
    const own = counts.get(key) ?? new Map<string, number>();
    counts.set(key, own.set(village, (own.get(village) ?? 0) + count));
  }
  return new Map(
    [...counts].map(([key, own]) => {
      const codes = [...own.keys()].sort();
      return [key, { codes, counts: codes.map((code) => own.get(code)!) }];
    }),
  );
}
