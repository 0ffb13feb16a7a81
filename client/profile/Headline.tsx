// The three numbers that are read first: value, rank among siblings, change.

import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import { isAboveWhole } from "#domain/indicator";
import { useCoverage } from "#client/figures/coverage.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { HeadlineChange } from "./HeadlineChange.tsx";
import type { HeadlineProps } from "./HeadlineChange.tsx";

export function Headline({ profile, entry, indicator }: HeadlineProps) {
  const words = useWords();
  const { t } = words;
  const { area, period } = profile;
  return (
    <>
      <dl className="headline" data-indicator={indicator.id} data-period={period} data-level={area.level}>
        <HeadlineValue {...{ profile, entry, indicator }} />
        <HeadlineRank {...{ profile, entry, indicator }} />
        {entry.value !== undefined && <HeadlineChange {...{ profile, entry, indicator }} />}
      </dl>
      {entry.value !== undefined && entry.byShare !== undefined && (
        <p className="by-share">
          ≈{" "}
          <Sentence
            of={t.byShare({
              text: words.number(entry.byShare, "share", { digits: 0 }),
              of: areaFigureRef(area.code, indicator.id, period),
            })}
          />
        </p>
      )}
    </>
  );
}

/** The value with its interval, how far it is covered, and whether it is above its whole. */
function HeadlineValue({ profile: { period }, entry, indicator }: HeadlineProps) {
  const words = useWords();
  const { t } = words;
  const sure = useUncertainty(entry, indicator);
  const coverage = useCoverage()(entry.coverage);
  const { value } = entry;
  return (
    <div>
      <dd>
        {value !== undefined ? (
          <AreaFigureLink indicator={indicator}>{words.number(value, indicator.unit)}</AreaFigureLink>
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
        {value !== undefined && coverage && <span className="coverage">{coverage}</span>}
        {value !== undefined && isAboveWhole(indicator, value) && (
          <span className="above-whole">{t.aboveWhole}</span>
        )}
      </dt>
    </div>
  );
}

/** The place among the areas of the same parent; nothing where there is none. */
function HeadlineRank({ profile: { area, period }, entry, indicator }: HeadlineProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const parent = area.parents.at(-1);
  const level = catalog.levels.find(({ id }) => id === area.level);
  const { rank, rankOf, rankFirst, rankLast, value, parentValue } = entry;
  if (!rank || !rankOf || !parent || !level) return null;
  const isNeutral = indicator.polarity === "neutral";
  const row = (place: { readonly code: string; readonly names: typeof area.names }, of: number | undefined) =>
    [
      text(place.names),
      of === undefined ? "" : words.number(of, indicator.unit),
      areaFigureRef(place.code, indicator.id, period),
    ] as const;
  return (
    <div>
      <dd>
        <DerivedFigure
          title={t.join([t.panels.rankTitle, words.title(indicator)])}
          how={(isNeutral ? t.panels.rankNeutralHow : t.panels.rankHow)(words.plural(level))}
          from={[
            row(area, value),
            ...(parentValue === undefined ? [] : [row(parent, parentValue)]),
            [t.panels.withValue, String(rankOf)],
          ]}
        >
          {rankFirst === rankLast || !indicator.sampling
            ? t.rankOf(rank, rankOf)
            : t.rankRangeOf(rankFirst!, rankLast!, rankOf)}
        </DerivedFigure>
      </dd>
      <dt>
        {t.rankAmong({
          areas: words.areas(level, rankOf),
          area: text(parent.names),
          lens: indicator.lens,
          isNeutral,
        })}
      </dt>
    </div>
  );
}
