// What stands under the name of an area on the map of a change.

import type { UnitId } from "#domain/unit";
import type { Words } from "#client/i18n/words.ts";
import type { Row } from "#client/model/ranking.ts";

/** The change of a row, as "+0.005"; "" where none is shown (`unit` null), known, or to be told from none. */
export function figureUnderName(
  row: Pick<Row, "area"> | undefined,
  unit: UnitId | null,
  { difference }: Pick<Words, "difference">,
): string {
  const { value, reliability } = row?.area ?? {};
  if (unit === null || value === undefined || reliability === "unreliable") return "";
  return difference(value, unit, { bare: true });
}
