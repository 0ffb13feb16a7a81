// The three numbers that are read first: value, rank among siblings, change.

import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import { isAboveWhole } from "#domain/indicator";
import { changeOf, changeOfPart, changeSince, toneOf } from "#client/model/change.ts";
import { sinceOf } from "#client/model/resolved_view.ts";
import { shareOf, useCoverage } from "#client/figures/coverage.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";

export interface HeadlineProps {
  readonly profile: Profile;
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
}

export function Headline({ profile, entry, indicator }: HeadlineProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, resolved } = useView();
  const { area, period } = profile;
  const sure = useUncertainty(entry, indicator);
  // Beside a map of a change the card compares the same two periods.
  const since = sinceOf(resolved);
  const shownChange = since === null ? null : changeSince(entry, { period, since }, indicator);
  const part = shownChange ? null : changeOfPart(entry, indicator);
  const change = shownChange ?? (part ? part.change : changeOf(entry, period, indicator));
  const coverage = useCoverage()(entry.coverage);
  const lowest = words.plural(catalog.levels.at(-1)!);
  const parent = area.parents[area.parents.length - 1];
  const level = catalog.levels.find(({ id }) => id === area.level);
  const isNeutral = indicator.polarity === "neutral";
  const [number, ...unit] = change ? words.difference(change.by, indicator.unit).split(" ") : [];
  const of = (code: string, at = period) => areaFigureRef(code, indicator.id, at);
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const sums = (point: Pick<ProfileIndicator, "numerator" | "denominator">): string =>
    point.numerator === undefined || point.denominator == null
      ? ""
      : ` = ${whole(point.numerator)} / ${whole(point.denominator)}`;
  return (
    <>
      <dl className="headline" data-indicator={indicator.id} data-period={period} data-level={area.level}>
        <div>
          <dd>
            {entry.value !== undefined ? (
              <AreaFigureLink indicator={indicator}>
                {words.number(entry.value, indicator.unit)}
              </AreaFigureLink>
            ) : (
              <span className="is-missing">{entry.missing && words.missing(entry.missing)}</span>
            )}
          </dd>
          <dt>
            {t.join([words.shortTitle(indicator), period])}
            {sure.text && (
              <span className="sureness">
                {sure.range ? <AreaFigureLink indicator={indicator}>{sure.text}</AreaFigureLink> : sure.text}
              </span>
            )}
            {entry.value !== undefined && coverage && <span className="coverage">{coverage}</span>}
            {entry.value !== undefined && isAboveWhole(indicator, entry.value) && (
              <span className="above-whole">{t.aboveWhole}</span>
            )}
          </dt>
        </div>
        {entry.rank && entry.rankOf && parent && level && (
          <div>
            <dd>
              <DerivedFigure
                title={t.join([t.panels.rankTitle, words.title(indicator)])}
                how={(isNeutral ? t.panels.rankNeutralHow : t.panels.rankHow)(words.plural(level))}
                from={[
                  [
                    text(area.names),
                    entry.value === undefined ? "" : words.number(entry.value, indicator.unit),
                    of(area.code),
                  ],
                  ...(entry.parentValue === undefined
                    ? []
                    : [
                        [
                          text(parent.names),
                          words.number(entry.parentValue, indicator.unit),
                          of(parent.code),
                        ] as const,
                      ]),
                  [t.panels.withValue, String(entry.rankOf)],
                ]}
              >
                {entry.rankFirst === entry.rankLast || !indicator.sampling
                  ? t.rankOf(entry.rank, entry.rankOf)
                  : t.rankRangeOf(entry.rankFirst!, entry.rankLast!, entry.rankOf)}
              </DerivedFigure>
            </dd>
            <dt>
              {t.rankAmong({
                areas: words.areas(level, entry.rankOf),
                area: text(parent.names),
                lens: indicator.lens,
                isNeutral,
              })}
            </dt>
          </div>
        )}
        {entry.value !== undefined && (
          <div>
            <dd className={change ? toneOf(change.direction) : ""}>
              {change?.direction === "same" && t.same}
              {change && change.direction !== "same" && (
                <DerivedFigure
                  title={t.panels.changeTitle(words.name(indicator))}
                  how={
                    part
                      ? t.join([
                          t.panels.changeHow,
                          t.changeOfPart(shareOf(part.coverage, words.number), lowest),
                        ])
                      : t.panels.changeHow
                  }
                  from={entry.trend
                    .filter((point) => point.period === period || point.period === change.since)
                    .map((point) => [
                      point.period,
                      point.value === undefined
                        ? ""
                        : `${words.number(point.value, indicator.unit)}${sums(point)}`,
                      of(area.code, point.period),
                    ])}
                >
                  {number} <small>{unit.join(" ")}</small>
                </DerivedFigure>
              )}
              {!change && "–"}
            </dd>
            <dt>
              {change
                ? t.join([
                    ...(change.direction === "same" ? [] : [t[change.direction]]),
                    t.since(change.since, period),
                  ])
                : part
                  ? t.notCommon(lowest)
                  : t.noEarlier}
              {part && change && (
                <span className="coverage">
                  {t.changeOfPart(shareOf(part.coverage, words.number), lowest)}
                </span>
              )}
            </dt>
          </div>
        )}
      </dl>
      {entry.value !== undefined && entry.byShare !== undefined && (
        <p className="by-share">
          ≈{" "}
          <Sentence
            of={t.byShare({
              text: words.number(entry.byShare, "share", { digits: 0 }),
              of: of(area.code),
            })}
          />
        </p>
      )}
    </>
  );
}
