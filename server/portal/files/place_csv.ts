// All public figures of one area, or of the areas in one, as a table.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { LANGUAGE_IDS } from "#domain/language";
import { missingOfStatus } from "#domain/missing";
import { pickText } from "#domain/text";
import { ProblemError } from "#server/errors";
import { toCsv } from "#server/read/csv";
import { isWhole } from "#server/read/areas/whole";
import { membersOf } from "#server/portal/area_chain";
import type { AreaGroup } from "#server/portal/area_groups";
import type { Source } from "#server/portal/view";
import { isPublicAt, tidyNumber } from "./open_data.ts";

const publicOf = ({ release }: Pick<Source, "release">, level: string): CatalogIndicator[] =>
  release.catalog.indicators.filter((indicator) => isPublicAt({ release }, level, indicator));

/** An indicator of an area in all periods; where there is no figure the reason stands. */
const valuesOf = (
  { release }: Pick<Source, "release">,
  group: AreaGroup,
  idx: number,
  { id }: CatalogIndicator,
): (number | string)[] =>
  release.catalog.periods.map((period) => {
    const { value, status } = group.figure(idx, id, period);
    return value === null ? missingOfStatus(status) : tidyNumber(value);
  });

/** The table of an area: a row per indicator that is public at its level, a column per period; throws a 404. */
export async function placeCsv(source: Source, code: string): Promise<string> {
  const { release, groups } = source;
  if (isWhole(release, code)) throw new ProblemError(404, "unknown area", "the whole has no table");
  const { level, idx } = await groups.place(release, code);
  const group = await groups.siblings(release, level, idx);
  return toCsv(
    ["code", "indicator", "unit", ...release.catalog.periods],
    publicOf(source, level).map((indicator) => [
      code,
      indicator.id,
      indicator.unit,
      ...valuesOf(source, group, idx, indicator),
    ]),
  );
}

/** The table of areas that are neighbours: a row for each of them and each indicator that is public at their level. */
export const groupCsv = (source: Source, group: AreaGroup): Promise<string> =>
  toCsv(
    [
      "code",
      ...LANGUAGE_IDS.map((language) => `name_${language}`),
      "indicator",
      "unit",
      ...source.release.catalog.periods,
    ],
    membersOf(group).flatMap((idx) =>
      publicOf(source, group.level).map((indicator) => [
        group.code(idx),
        ...LANGUAGE_IDS.map((language) => pickText(group.names(idx), language)),
        indicator.id,
        indicator.unit,
        ...valuesOf(source, group, idx, indicator),
      ]),
    ),
  );
