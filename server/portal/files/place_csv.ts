// All public figures of one area as a table.

import { missingOfStatus } from "#domain/missing";
import { ProblemError } from "#server/errors";
import { toCsv } from "#server/read/csv";
import { isWhole } from "#server/read/areas/whole";
import type { Source } from "#server/portal/view";
import { isPublicAt, tidyNumber } from "./open_data.ts";

/** The table of an area: a row per indicator that is public at its level, a column per period; throws a 404. */
export async function placeCsv({ release, groups }: Source, code: string): Promise<string> {
  if (isWhole(release, code)) throw new ProblemError(404, "unknown area", "the whole has no table");
  const { level, idx } = await groups.place(release, code);
  const group = await groups.siblings(release, level, idx);
  const { indicators, periods } = release.catalog;
  return toCsv(
    ["code", "indicator", "unit", ...periods],
    indicators
      .filter((indicator) => isPublicAt({ release }, level, indicator))
      .map((indicator) => [
        code,
        indicator.id,
        indicator.unit,
        ...periods.map((period) => {
          const { value, status } = group.figure(idx, indicator.id, period);
          return value === null ? missingOfStatus(status) : tidyNumber(value);
        }),
      ]),
  );
}
