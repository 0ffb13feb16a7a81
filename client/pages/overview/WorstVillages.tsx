// The five worst villages with what they lie in, in people and per cent.

import type { Profile } from "#domain/contract/areas";
import type { Catalog, CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { WHOLE_LEVEL } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { mapAddress } from "#client/model/location.ts";
import { standOut } from "#client/model/ranking.ts";
import { unitOfTerm } from "#client/model/shortfall.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { countInWords } from "./figure_texts.ts";
import { insideLevel, useInsideRows } from "./use_inside.ts";

const LISTED = 5;

/** The lowest level, where it is not too large to be listed; else the one that the map shows. */
function listedLevel(catalog: Catalog, { area }: Profile): CatalogLevel | null {
  const lowest = catalog.levels.at(-1)!;
  const isTooLarge = area.code === catalog.rootCode && lowest.areaCount > WHOLE_LEVEL;
  return isTooLarge || area.childLevel === null ? insideLevel(catalog, area) : lowest;
}

export interface WorstVillagesProps {
  readonly profile: Profile;
  readonly indicator: CatalogIndicator;
}

export function WorstVillages({ profile, indicator }: WorstVillagesProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const level = listedLevel(catalog, profile);
  const { values, rows } = useInsideRows(profile, indicator, level);
  if (!level) return null;
  if (values.isLoading) return <div className="overview-card skeleton" style={{ height: 220 }} />;
  const { listed, alike } = standOut(rows, LISTED, indicator);
  if (listed.length === 0 && alike === 0) return null;
  const parents = values.data?.parents ?? [];
  const unit = unitOfTerm(indicator.numerator, catalog);
  const here = {
    lens: indicator.lens,
    indicator: indicator.id,
    period: profile.period,
    mode: { kind: "one" },
    camera: null,
  } as const;
  return (
    <section className="overview-worst overview-card">
      <h2>
        {t.overview.worstFive(words.plural(level))}
        <PageLink to={mapAddress({ ...here, area: profile.area.code, level: level.id })}>
          {t.overview.all(words.areas(level, rows.length))}
        </PageLink>
      </h2>
      <ol>
        {listed.map(({ area, name, range }) => {
          const above = area.parent === undefined ? undefined : parents[area.parent];
          const isNamed = above !== undefined && above.code !== profile.area.code;
          return (
            <li key={area.code} data-code={area.code}>
              <span className="num">{range?.first}</span>
              <PageLink to={mapAddress({ ...here, area: area.code, level: null })}>
                <AreaName name={name} above={isNamed ? [words.text(above.names)] : []} />
              </PageLink>
              <span className="num">
                {unit && area.numerator !== undefined && (
                  <Figure of={areaFigureRef(area.code, indicator.id, profile.period)}>
                    {countInWords(words, area.numerator, unit)}
                  </Figure>
                )}
              </span>
              <span className="num">{words.number(area.value!, indicator.unit)}</span>
            </li>
          );
        })}
      </ol>
      {alike > 0 && (
        <p className="nothing">
          {listed.length === 0
            ? t.noneStandsOut(alike, words.plural(level))
            : (indicator.sampling ? t.alike : t.tied)(alike, words.plural(level))}
        </p>
      )}
    </section>
  );
}
