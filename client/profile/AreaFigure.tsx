// Where a figure of one area comes from, or its change between two periods.

import { useState } from "react";
import { profileContract } from "#domain/contract/areas";
import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { measuresOf } from "#domain/indicator";
import { DialogHead } from "#client/ui/Dialog.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { shareOf } from "#client/figures/coverage.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import type { AddUpProps } from "./AddUp.tsx";
import { FigureStanding } from "./FigureStanding.tsx";
import { FigureWorth } from "./FigureWorth.tsx";
import { ConflictingValues } from "#client/figures/ConflictingValues.tsx";
import { Definition, Line, Origin } from "#client/figures/definition_rows.tsx";
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
  const { catalog } = useView();
  const [at, setAt] = useState(first);
  const { indicator: id, period, since = null } = shown[at] ?? shown[0]!;
  const query = { release: catalog.address, period, ...(since === null ? {} : { since }) };
  const { data: profile, error, retry } = useAnswer(profileContract, { params: { code }, query });
  const indicator = catalog.indicators.find((entry) => entry.id === id);
  const entry = profile?.indicators.find((entry) => entry.indicator === id);
  if (!indicator) return null;
  const { area } = profile ?? {};
  return (
    <>
      <DialogHead>
        <h3>{since === null ? words.title(indicator) : t.panels.changeTitle(words.name(indicator))}</h3>
        {area && (
          <p>{t.join([text(area.names), since === null ? period : t.panels.between(since, period)])}</p>
        )}
      </DialogHead>
      {shown.length > 1 && <FigureChoice shown={shown} at={at} onChoose={setAt} />}
      {error && <Problem error={error} retry={retry} />}
      {!profile && !error && <div className="skeleton" style={{ height: 220 }} />}
      {profile && entry && <FigureSource {...{ profile, entry, indicator, period, since, onAddUp }} />}
    </>
  );
}

interface FigureChoiceProps extends Pick<AreaFigureProps, "shown"> {
  /** Which of them is shown. */
  readonly at: number;
  onChoose(at: number): void;
}

/** The figures of the area that are offered: of several periods, or of several indicators. */
function FigureChoice({ shown, at, onChoose }: FigureChoiceProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const isOneIndicator = shown.every(({ indicator }) => indicator === shown[0]?.indicator);
  const titleOf = (id: string): string => words.title(catalog.indicators.find((known) => known.id === id)!);
  return (
    <nav className="segments" aria-label={t.figure.which}>
      {shown.map(({ indicator, period }, i) => (
        <button
          key={`${indicator} ${period}`}
          type="button"
          aria-pressed={i === at}
          onClick={() => onChoose(i)}
        >
          {isOneIndicator ? period : t.join([titleOf(indicator), period])}
        </button>
      ))}
    </nav>
  );
}

interface FigureSourceProps extends Pick<AreaFigureProps, "onAddUp"> {
  readonly profile: Profile;
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly since: string | null;
}

/** The figure itself, what it means, what it is summed from, and what it is made of. */
function FigureSource({ profile, entry, indicator, period, since, onAddUp }: FigureSourceProps) {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, change } = useView();
  const { area } = profile;
  const isAdditive = indicator.rollUp !== "from_records" && !indicator.statistic;
  return (
    <>
      <FigureWorth entry={entry} indicator={indicator} period={period} since={since} />
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
      {indicator.description && <p>{words.text(indicator.description)}</p>}
      {area.childLevel != null && isAdditive && entry.numerator !== undefined && since === null && (
        <button
          type="button"
          className="button"
          onClick={() =>
            onAddUp({
              area,
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
          area={area}
          indicator={indicator.id}
          period={period}
          claims={profile.contested.filter(({ measure }) => measuresOf(indicator).includes(measure))}
        />
        <Definition indicator={indicator} sums={since === null ? entry : {}} />
        {!isAdditive && (
          <Line name={t.figure.rollUp}>
            {indicator.statistic ? t.catalog.rollUps[indicator.rollUp!] : t.figure.fromRecords}
          </Line>
        )}
        {since === null && <FigureStanding profile={profile} entry={entry} indicator={indicator} />}
        <Line name={t.coverage}>
          {t.coverageOf(
            shareOf(entry.coverage, words.number),
            words.plural(catalog.levels[catalog.levels.length - 1]!),
          )}
        </Line>
        <Origin indicator={indicator} />
      </dl>
    </>
  );
}
