// The period that the name of a file says its figures are of: `poverty_2019.csv`, `2019年3季度.xlsx`, `2019-07.csv`.

import path from "node:path";
import { ImportFault } from "#server/import/findings/import_fault";

const IN_TEXT = /(?<!\d)((?:19|20)\d{2})(?:[-_ ]?(H[12]|Q[1-4])(?!\d)|-(0[1-9]|1[0-2])(?!\d)|(?!\d))/gi;

/** Every period that a text names, in order, each once. */
export const periodsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(IN_TEXT)].map(([, year, part, month]) =>
      month ? `${year}-${month}` : `${year}${part?.toUpperCase() ?? ""}`,
    ),
  ),
];

/** A text with `*` in place of every period that it names. */
export const withoutPeriods = (text: string): string => text.replace(IN_TEXT, "*");

/** The period in the name of a file; throws an ImportFault where it names none, or several. */
export function periodInName(file: string): string {
  const periods = periodsIn(path.posix.basename(file));
  if (periods.length === 1) return periods[0]!;
  throw new ImportFault(
    periods.length === 0 ? "its name says no period" : `its name says several periods: ${periods.join(", ")}`,
    {
      rule: "period_in_name",
      file,
      action: "nothing is imported; give it a name with one, such as poverty_2019.csv, or write the period",
    },
  );
}
