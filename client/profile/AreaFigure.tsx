// Where a figure of one area comes from, or its change between two periods.

import { useState } from "react";
import { profileContract } from "#domain/contract/areas";
import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { isAboveWhole, measuresOf } from "#domain/indicator";
import { DialogHead } from "#client/ui/Dialog.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { changeOf, changeOfPart, partCompared } from "#client/model/change.ts";
import { shareOf } from "#client/figures/coverage.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import type { AddUpProps } from "./AddUp.tsx";
import { ConflictingValues } from "#client/figures/ConflictingValues.tsx";
import { Definition, Line, Origin, useTermNumber } from "#client/figures/definition_rows.tsx";
import { closeFigure } from "#client/model/figure_ref.ts";
import type { IndicatorPeriod } from "#client/model/figure_ref.ts";

export interface AreaFigureProps {
  readonly code: string;
  /** One of these is shown, the others are offered. */
  readonly shown: readonly IndicatorPeriod[];
  readonly first?: number | undefined;
  onAddUp(of: Omit<AddUpProps, "onClose">): void;
}

export function AreaFigure({ code, shown, first = 0, onAddUp }: AreaFigureProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, resolved, change } = useView();
  const [at, setAt] = useState(first);
  const { indicator: id, period, since = null } = shown[at] ?? shown[0]!;
  const query = { release: catalog.address, period, ...(since === null ? {} : { since }) };
  const { data: profile, error, retry } = useAnswer(profileContract, { params: { code }, query });
  const indicator = catalog.indicators.find((entry) => entry.id === id);
  const entry = profile?.indicators.find((entry) => entry.indicator === id);
  if (!indicator) return null;
  const { area } = profile ?? {};
  const isOneIndicator = shown.every((entry) => entry.indicator === id);
  const isAdditive = indicator.rollUp !== "from_records" && !indicator.statistic;
  return (
    <>
      <DialogHead>
        <h3>{since === null ? words.title(indicator) : t.panels.changeTitle(words.name(indicator))}</h3>
        {area && (
          <p>{t.join([text(area.names), since === null ? period : t.panels.between(since, period)])}</p>
        )}
      </DialogHead>
      {shown.length > 1 && (
        <nav className="segments" aria-label={t.figure.which}>
          {shown.map((one, i) => (
            <button
              key={`${one.indicator} ${one.period}`}
              type="button"
              aria-pressed={i === at}
              onClick={() => setAt(i)}
            >
              {isOneIndicator
                ? one.period
                : t.join([
                    words.title(catalog.indicators.find((known) => known.id === one.indicator)!),
                    one.period,
                  ])}
            </button>
          ))}
        </nav>
      )}
      {error && <Problem error={error} retry={retry} />}
      {!profile && !error && <div className="skeleton" style={{ height: 220 }} />}
      {profile && entry && (
        <>
          <Worth entry={entry} indicator={indicator} period={period} since={since} />
          {since === null && period !== resolved.period && (
            <button
              type="button"
              className="link"
              onClick={() => {
                closeFigure();
                change({ period });
              }}
            >
              {t.goTo(period)}
            </button>
          )}
          {indicator.description && <p>{text(indicator.description)}</p>}
          {area?.childLevel != null && isAdditive && entry.numerator !== undefined && since === null && (
            <button
              type="button"
              className="button"
              onClick={() =>
                onAddUp({
                  area: profile.area,
                  indicator,
                  period,
                  stated: { numerator: entry.numerator!, denominator: entry.denominator ?? null },
                })
              }
            >
              {t.panels.addUp}
            </button>
          )}
          <dl>
            <ConflictingValues
              area={profile.area}
              indicator={id}
              period={period}
              claims={profile.contested.filter(({ measure }) => measuresOf(indicator).includes(measure))}
            />
            <Definition indicator={indicator} sums={since === null ? entry : {}} />
            {!isAdditive && (
              <Line name={t.figure.rollUp}>
                {indicator.statistic ? t.catalog.rollUps[indicator.rollUp!] : t.figure.fromRecords}
              </Line>
            )}
            {since === null && <Standing profile={profile} entry={entry} indicator={indicator} />}
            <Line name={t.coverage}>
              {t.coverageOf(
                shareOf(entry.coverage, words.number),
                words.plural(catalog.levels[catalog.levels.length - 1]!),
              )}
            </Line>
            <Origin indicator={indicator} />
          </dl>
        </>
      )}
    </>
  );
}

interface WorthProps {
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly since: string | null;
}

/** The figure itself, as the quotient or the difference that it is. */
function Worth({ entry, indicator, period, since }: WorthProps) {
  const words = useWords();
  const { t } = words;
  const write = useTermNumber();
  const { value, denominator, missing } = entry;
  const number = (of: number): string => words.number(of, indicator.unit);
  const quotient = (of: Pick<ProfileIndicator, "numerator" | "denominator">): string =>
    of.numerator === undefined || of.denominator == null
      ? ""
      : `${write(of.numerator, indicator.numerator)} / ${write(of.denominator, indicator.denominator ?? {})}`;
  const before = entry.trend.find((point) => point.period === since);
  const part = since === null ? null : partCompared(entry, since);
  const { catalog } = useView();
  const lowest = words.plural(catalog.levels.at(-1)!);
  if (part && part.by === undefined) return <p className="worth">{t.notCommon(lowest)}</p>;
  if (part && since !== null)
    return (
      <>
        <p className="worth">
          <b>{words.difference(part.by!, indicator.unit)}</b>{" "}
          {t.changeOfPart(shareOf(part.coverage, words.number), lowest)}
        </p>
        <p>{t.panels.changeHow}</p>
      </>
    );
  if (value === undefined || (since !== null && before?.value === undefined))
    return <p className="worth">{missing ? words.missing(missing) : t.panels.noValue}</p>;
  if (since !== null && before?.value !== undefined)
    return (
      <>
        <p className="worth">
          <b>{words.difference(value - before.value, indicator.unit)}</b> ={" "}
          {t.figure.later(number(value), period)} − {t.figure.later(number(before.value), since)}
        </p>
        {denominator != null && (
          <p>{t.join([t.pair(period, quotient(entry)), t.pair(since, quotient(before))])}</p>
        )}
        <p>{t.panels.changeHow}</p>
      </>
    );
  return (
    <p className="worth">
      <b>{number(value)}</b>
      {denominator != null && ` = ${quotient(entry)}`}
      {isAboveWhole(indicator, value) && <span className="above-whole"> {t.aboveWhole}</span>}
    </p>
  );
}

interface StandingProps {
  readonly profile: Profile;
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
}

/** How sure the figure is, how it ranks among its siblings, and how it has moved. */
function Standing({ profile: { area, period }, entry, indicator }: StandingProps) {
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
