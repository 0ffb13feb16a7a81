// The sentence that a leader reads out: how many people, how it stands among its like, what has changed, what is lacking.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import { WHOLE_LEVEL } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { termInWords } from "#client/figures/terms.ts";
import { rich } from "#client/i18n/rich_text.ts";
import type { RichText } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { rankRows } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import { safeguardsOf } from "#client/model/safeguards.ts";
import { countedBy } from "#client/model/shortfall.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { sentence } from "#client/lenses/sentence.ts";
import { changeText, countInWords, shortText } from "./figure_texts.ts";
import { POOR } from "./main_indicator.ts";
import { insideLevel, useInsideRows } from "./use_inside.ts";

interface Standing {
  readonly rows: readonly Row[];
  /** "Qingyun Province", and what its level is called. */
  readonly whole: string;
  readonly wholeLevel: string;
}

/** All areas of the level of the profile's area, ranked; null while unknown, and for an area with nothing above. */
function useStanding({ area, period }: Profile, indicator: CatalogIndicator | null): Standing | null {
  const words = useWords();
  const { catalog } = useView();
  const level = catalog.levels.find(({ id }) => id === area.level);
  const [top] = area.parents;
  const isListed = level !== undefined && level.areaCount <= WHOLE_LEVEL && top !== undefined;
  const isAsked = isListed && indicator !== null && indicator.periods.includes(period);
  const query = { release: catalog.address, indicator: indicator?.id ?? "", period, level: area.level };
  const { data } = useAnswer(valuesContract, isAsked ? { query } : null);
  if (!data || !indicator || !top) return null;
  const isOneWhole = top.code === catalog.rootCode;
  return {
    rows: rankRows(data.areas, indicator, ({ names }) => words.text(names)),
    whole: words.text(isOneWhole ? top.names : catalog.title),
    wholeLevel: words.text(catalog.levels[0]!.label),
  };
}

/** Which of the areas inside is worst, of an area that has nothing above it to be ranked in. */
function useWorstInside(profile: Profile, indicator: CatalogIndicator | null): RichText {
  const words = useWords();
  const { catalog } = useView();
  const { area, period } = profile;
  const level = area.parents.length === 0 ? insideLevel(catalog, area) : null;
  const { rows } = useInsideRows(profile, indicator, level);
  const [first, second] = rows;
  if (!indicator || !level || first?.area.value === undefined || first.rank === second?.rank) return [];
  return words.t.overview.worstOf(words.plural(level), first.name, {
    text: words.number(first.area.value, indicator.unit),
    of: areaFigureRef(first.area.code, indicator.id, period),
  });
}

function standingText(
  profile: Profile,
  indicator: CatalogIndicator,
  standing: Standing | null,
  catalog: Catalog,
  words: Words,
): RichText {
  const { area, period } = profile;
  const row = standing?.rows.find((candidate) => candidate.area.code === area.code);
  const level = catalog.levels.find(({ id }) => id === area.level);
  if (!standing || !row?.range || !level) return [];
  const count = standing.rows.filter(({ range }) => range !== null).length;
  if (count < 2) return [];
  const { t } = words;
  return t.overview.standing({
    ...row.range,
    count,
    levels: words.plural(level),
    areas: words.areas(level, count),
    whole: standing.whole,
    wholeLevel: standing.wholeLevel,
    of: {
      kind: "derived",
      title: t.join([t.panels.rankTitle, words.title(indicator)]),
      how: t.panels.rankHow(words.plural(level)),
      from: [
        [
          words.text(area.names),
          words.number(row.area.value!, indicator.unit),
          areaFigureRef(area.code, indicator.id, period),
        ],
        [t.panels.withValue, String(count)],
      ],
    },
  });
}

/** "13,401 households live in unsafe housing; …", of the lights that are red. */
function lackingText(profile: Profile, catalog: Catalog, words: Words): RichText {
  const red = safeguardsOf(profile, catalog).flatMap(({ id, light, short }) =>
    light === "bad" && short ? [[id, shortText(profile, short, catalog, words)] as const] : [],
  );
  return words.t.overview.without(red);
}

export interface HeadlineProps {
  readonly profile: Profile;
  readonly indicator: CatalogIndicator | null;
}

export function Headline({ profile, indicator }: HeadlineProps) {
  const words = useWords();
  const { catalog, resolved } = useView();
  const standing = useStanding(profile, indicator);
  const worst = useWorstInside(profile, indicator);
  const own = written(profile, catalog, indicator, { standing, worst }, words);
  const other =
    own ??
    (resolved.indicator && sentence(profile, catalog, resolved.lens, resolved.indicator, words)) ??
    rich`${words.text(profile.area.names)}`;
  return (
    <p className="overview-headline" data-testid="headline">
      <Sentence of={other} />
    </p>
  );
}

function written(
  profile: Profile,
  catalog: Catalog,
  indicator: CatalogIndicator | null,
  { standing, worst }: { readonly standing: Standing | null; readonly worst: RichText },
  words: Words,
): RichText | null {
  const poor = indicator && countedBy(profile, catalog, indicator.id);
  const entry = indicator && entryOf(profile, indicator.id);
  if (!poor || entry?.value === undefined) return null;
  const { t } = words;
  const of = areaFigureRef(profile.area.code, indicator.id, profile.period);
  const facts = {
    area: words.text(profile.area.names),
    people: { text: countInWords(words, poor.count, poor.unit), of },
    share: indicator.denominator === null ? null : { text: words.number(entry.value, indicator.unit), of },
    standing: standingText(profile, indicator, standing, catalog, words),
    worst,
    change: changeText(profile, poor, words.text(indicator.label), words),
    short: lackingText(profile, catalog, words),
  };
  return indicator.id === POOR
    ? t.overview.poor(facts)
    : t.overview.counted({ ...facts, measure: termInWords(indicator.numerator, catalog.measures, words) });
}
