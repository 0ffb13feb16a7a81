// Old codes that figures may still be given for: those that a lineage leads on to an area.

import type { LineageInput } from "#domain/dataset";
import { Lineage } from "#server/release/rollup/lineage";

const LATEST = "9999";

/** Every code that is no area and leads to one, with the first area that it leads to. */
export function formerCodes(
  rows: readonly LineageInput[],
  isArea: (code: string) => boolean,
): Map<string, string> {
  const lineage = new Lineage(rows, isArea);
  const leads = new Map<string, string>();
  for (const { fromCode } of rows) {
    const [target] = isArea(fromCode) ? [] : lineage.targets(fromCode, LATEST);
    if (target) leads.set(fromCode, target.code);
  }
  return leads;
}
