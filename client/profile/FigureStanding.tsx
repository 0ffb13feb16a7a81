// How sure a figure of an area is, how it ranks among its siblings, and how it has moved.

import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { shareOf } from "#client/figures/coverage.ts";
import { Line } from "#client/figures/definition_rows.tsx";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { useWords } from "#client/i18n/words.ts";
import { changeOf, changeOfPart } from "#client/model/change.ts";

export interface FigureStandingProps {
  readonly profile: Profile;
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
}

export function FigureStanding({ profile: { area, period }, entry, indicator }: FigureStandingProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const sure = useUncertainty(entry, indicator);
  const change = changeOf(entry, period, indicator);
  const part = changeOfPart(entry, indicator);
  const lowest = words.plural(catalog.levels.at(-1)!);
  const parent = area.parents.at(-1);
  const level = catalog.levels.find(({ id }) => id === area.level);
  const number = (of: number): string => words.number(of, indicator.unit);
  const before = entry.trend.find((point) => point.period === change?.since)?.value;
  const isNeutral = indicator.polarity === "neutral";
  return (
    <>
      {(sure.text ?? sure.byShare) !== null && (
        <Line name={t.figure.uncertainty}>
          {t.join([sure.text, sure.byShare].filter((text) => text !== null))}
        </Line>
      )}
      {entry.rank && entry.rankOf && parent && level && (
        <Line name={t.panels.rankTitle}>
          <b>
            {entry.rankFirst === entry.rankLast || !indicator.sampling
              ? t.rankOf(entry.rank, entry.rankOf)
              : t.rankRangeOf(entry.rankFirst!, entry.rankLast!, entry.rankOf)}
          </b>{" "}
          <span>
            {t.rankAmong({
              areas: words.areas(level, entry.rankOf),
              area: text(parent.names),
              lens: indicator.lens,
              isNeutral,
            })}
            {t.panels.stop} {(isNeutral ? t.panels.rankNeutralHow : t.panels.rankHow)(words.plural(level))}
          </span>
        </Line>
      )}
      {entry.parentValue !== undefined && parent && (
        <Line name={text(parent.names)}>{number(entry.parentValue)}</Line>
      )}
      {change && before !== undefined && (
        <Line name={t.since(change.since, period)}>
          <b>{words.difference(change.by, indicator.unit)}</b>{" "}
          <span>
            = {number(entry.value!)} − {number(before)}
          </span>
        </Line>
      )}
      {part && (
        <Line name={t.since(part.since, period)}>
          {part.change && <b>{words.difference(part.change.by, indicator.unit)}</b>}{" "}
          <span>
            {part.change ? t.changeOfPart(shareOf(part.coverage, words.number), lowest) : t.notCommon(lowest)}
          </span>
        </Line>
      )}
    </>
  );
}
