// The column that a profile names.

import { ImportFault } from "#server/import/findings/import_fault";
import type { Source } from "./source.ts";

/** Position of a named column; throws an ImportFault that names the known ones. */
export function columnOf(source: Source, name: string, file: string): number {
  const index = source.columns.indexOf(name);
  if (index >= 0) return index;
  throw new ImportFault(`has no column "${name}": known are ${source.columns.slice(0, 60).join(", ")}`, {
    rule: "column_unknown",
    file,
    column: name,
    action: source.otherSheets?.length
      ? `nothing was read; correct the profile or the header, or name another sheet as "layer": ${source.otherSheets.join(", ")}`
      : "nothing was read; correct the profile or the header",
  });
}
