// What makes up the index: columns over the periods, and the share of each deprivation now.

import type { Profile } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { StackedColumns } from "#client/charts/StackedColumns.tsx";
import { partColours } from "#client/charts/part_colours.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { useView } from "#client/data/view_context.ts";
import { causesOf, entryOf } from "#client/lenses/facts.ts";
import type { Cause } from "#client/lenses/facts.ts";
import { makeUp } from "./make_up.ts";

/** The part that a deprivation has in the index of a period: the index times its share. */
function partOfIndex(
  profile: Profile,
  index: CatalogIndicator,
  cause: Cause,
  period: string,
  words: Words,
): FigureRef {
  const { code } = profile.area;
  const valueOf = (id: string): number =>
    entryOf(profile, id)?.trend.find((point) => point.period === period)?.value ?? 0;
  const [whole, share] = [valueOf(index.id), valueOf(cause.indicator)];
  const name = capitalise(cause.label);
  return {
    kind: "derived",
    title: words.t.join([name, words.title(index), period]),
    how: words.t.panels.partHow,
    worth: words.number(whole * share, index.unit),
    from: [
      [words.title(index), words.number(whole, index.unit), areaFigureRef(code, index.id, period)],
      [name, words.number(share, "share"), areaFigureRef(code, cause.indicator, period)],
    ],
  };
}

export function MakeUp({ profile, whole }: { readonly profile: Profile; readonly whole: string }) {
  const words = useWords();
  const { t } = words;
  const { catalog, change } = useView();
  const causes = causesOf(profile, catalog, whole, words);
  const indicator = catalog.indicators.find(({ id }) => id === whole);
  if (!indicator || causes.length === 0) return null;
  const colours = partColours(causes.length);
  const largest = causes[0]!.share;
  return (
    <section>
      <h3>
        {t.why} <small>{t.whySub}</small>
      </h3>
      <StackedColumns
        title={t.panels.makeUpOf(words.name(indicator))}
        keys={causes.map(({ indicator: key, label }, at) => ({
          key,
          label: capitalise(label),
          colour: colours[at]!,
        }))}
        periods={makeUp(
          profile,
          whole,
          causes.map(({ indicator: id }) => ({ id })),
        )}
        period={profile.period}
        write={(value) => words.number(value, indicator.unit)}
        tick={(value) => words.number(value, indicator.unit, { bare: true, digits: 2 })}
        onPeriod={(period) => change({ period })}
        of={(period, key) => {
          const cause = causes.find(({ indicator: id }) => id === key);
          return cause
            ? partOfIndex(profile, indicator, cause, period, words)
            : areaFigureRef(profile.area.code, indicator.id, period);
        }}
      />
      <ul className="bars causes">
        {causes.map(({ indicator: id, label, share }, at) => {
          const known = catalog.indicators.find((candidate) => candidate.id === id);
          const entry = entryOf(profile, id);
          if (!known || !entry) return null;
          return (
            <li key={id}>
              <span>{capitalise(label)}</span>
              <i className="bullet" aria-hidden="true">
                <b
                  style={{ width: `${largest > 0 ? (share / largest) * 100 : 0}%`, background: colours[at] }}
                />
              </i>
              <AreaFigureLink indicator={known}>{words.number(share, "share", { digits: 0 })}</AreaFigureLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
