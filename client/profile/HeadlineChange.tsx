// The change of an area's value: since the earlier period of the map, else since the one before.

import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import { changeOf, changeOfPart, changeSince, toneOf } from "#client/model/change.ts";
import { sinceOf } from "#client/model/resolved_view.ts";
import { shareOf } from "#client/figures/coverage.ts";

export interface HeadlineProps {
  readonly profile: Profile;
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
}

export function HeadlineChange({ profile: { area, period }, entry, indicator }: HeadlineProps) {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved } = useView();
  // Beside a map of a change the card compares the same two periods.
  const since = sinceOf(resolved);
  const shownChange = since === null ? null : changeSince(entry, { period, since }, indicator);
  const part = shownChange ? null : changeOfPart(entry, indicator);
  const change = shownChange ?? (part ? part.change : changeOf(entry, period, indicator));
  const lowest = words.plural(catalog.levels.at(-1)!);
  const ofPart = part && t.changeOfPart(shareOf(part.coverage, words.number), lowest);
  const [number, ...unit] = change ? words.difference(change.by, indicator.unit).split(" ") : [];
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const sums = ({ numerator, denominator }: Pick<ProfileIndicator, "numerator" | "denominator">): string =>
    numerator === undefined || denominator == null ? "" : ` = ${whole(numerator)} / ${whole(denominator)}`;
  if (!change)
    return (
      <div>
        <dd>–</dd>
        <dt>{part ? t.notCommon(lowest) : t.noEarlier}</dt>
      </div>
    );
  const isSame = change.direction === "same";
  return (
    <div>
      <dd className={toneOf(change.direction)}>
        {isSame ? (
          t.same
        ) : (
          <DerivedFigure
            title={t.panels.changeTitle(words.name(indicator))}
            how={ofPart ? t.join([t.panels.changeHow, ofPart]) : t.panels.changeHow}
            from={entry.trend
              .filter((point) => point.period === period || point.period === change.since)
              .map((point) => [
                point.period,
                point.value === undefined ? "" : words.number(point.value, indicator.unit) + sums(point),
                areaFigureRef(area.code, indicator.id, point.period),
              ])}
          >
            {number} <small>{unit.join(" ")}</small>
          </DerivedFigure>
        )}
      </dd>
      <dt>
        {t.join([...(isSame ? [] : [t[change.direction]]), t.since(change.since, period)])}
        {ofPart && <span className="coverage">{ofPart}</span>}
      </dt>
    </div>
  );
}
