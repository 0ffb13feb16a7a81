// The map of the areas in an area by an indicator.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { levelWord } from "#server/portal/area_chain";
import type { AreaGroup } from "#server/portal/area_groups";
import { countedUnit, missingText } from "#server/portal/figure_cards";
import type { Html } from "#server/portal/html";
import { classMap } from "#server/portal/map";
import type { Frame } from "#server/portal/shapes";
import { lastPeriod, say, show, type View } from "#server/portal/view";

/** The areas of a group in classes of an indicator in its last period. */
export function areaMap(
  view: View,
  group: AreaGroup,
  indicator: CatalogIndicator,
  place: string,
  size: Pick<Frame, "width" | "height">,
): Html {
  const { words, links, language } = view;
  const period = lastPeriod(indicator);
  const isShare = indicator.unit === "share";
  const what =
    isShare && countedUnit(indicator)
      ? words.per100Title(countedUnit(indicator)!, words.state(indicator.id, say(view, indicator.label)))
      : say(view, indicator.label);
  const areas = group.shapes.map((shape) => {
    const figure = group.figure(shape.idx, indicator.id, period);
    return {
      shape,
      name: say(view, group.names(shape.idx)),
      href: links.page(`place/${group.code(shape.idx)}`, language),
      value: figure.value,
      text: figure.value === null ? missingText(view, figure) : show(view, figure.value, indicator.unit),
    };
  });
  return classMap(
    areas,
    indicator,
    {
      alt: words.mapAlt(place, levelWord(view, group.level, true), what, words.year(period)),
      title: `${what}${words.comma}${words.year(period)}`,
      little: words.little,
      much: words.much,
      format: (value) =>
        isShare
          ? show(view, value, "share", { bare: true, digits: 0 })
          : show(view, value, indicator.unit, { bare: true }),
    },
    size,
  );
}
