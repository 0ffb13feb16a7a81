// Who is in difficulty: households under care, their people, those who are watched.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { termInWords } from "#client/figures/terms.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import type { FigureText } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { countedBy, lookedAt } from "#client/model/shortfall.ts";
import { changeText, countInWords, originOf, shortText, toneOfChange } from "./figure_texts.ts";
import { BigFigure, Tile, WorstLink } from "./Tile.tsx";

/** Its denominator is the households under care. */
const HOUSEHOLDS = "help_plan_coverage";
/** Their people. */
const PEOPLE = "target_persons";
const MONITORED = "monitored_share";

/** The people of the households under care, a measure of its own; null where it was not surveyed. */
function peopleOf(profile: Profile, catalog: Catalog, words: Words): FigureText | null {
  const count = profile.measures[PEOPLE];
  const measure = catalog.measures.find(({ id }) => id === PEOPLE);
  if (count === undefined || !measure) return null;
  const text = countInWords(words, count, measure.unit);
  const title = words.label(measure.label);
  return { text, of: { kind: "derived", title, how: words.t.overview.measureHow, from: [[title, text]] } };
}

export interface PeopleTileProps {
  readonly profile: Profile;
  /** Counted where the release has no households under care. */
  readonly main: CatalogIndicator | null;
}

export function PeopleTile({ profile, main }: PeopleTileProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const households = lookedAt(profile, catalog, HOUSEHOLDS);
  const first = households ?? (main && countedBy(profile, catalog, main.id));
  if (!first) return null;
  const term = (households ? first.indicator.denominator : first.indicator.numerator) ?? {};
  const isOneMeasure = Object.keys(term).length === 1;
  const what = isOneMeasure ? termInWords(term, catalog.measures, words) : words.text(first.indicator.label);
  const people = households && peopleOf(profile, catalog, words);
  const monitored = countedBy(profile, catalog, MONITORED);
  const change = changeText(profile, first, what, words);
  return (
    <Tile name="people" title={t.overview.people}>
      <BigFigure
        of={originOf(profile, first)}
        number={words.number(first.count, "count", { whole: true })}
        unit={words.unit(first.unit)}
      />
      <p>
        {capitalise(what)}
        {people && <Sentence of={t.overview.persons(people)} />}
      </p>
      {change && (
        <p className={toneOfChange(first)}>
          <Sentence of={change} />
        </p>
      )}
      {monitored && (
        <p>
          <Sentence of={t.overview.monitored(shortText(profile, monitored, catalog, words))} />
        </p>
      )}
      <WorstLink profile={profile} indicator={monitored?.indicator ?? main ?? first.indicator} />
    </Tile>
  );
}
