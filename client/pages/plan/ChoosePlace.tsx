// The places that plans are made for: a list with the worst supplied first, and a map of the same figures.

import type { ReactNode } from "react";
import { areasContract } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import { WHOLE_LEVEL } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { planAddress } from "#client/model/location.ts";
import { rankRows, sortRows } from "#client/model/ranking.ts";
import type { Row } from "#client/model/ranking.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { PlaceMap } from "./map/PlaceMap.tsx";
import "./choose_place.css";

/** Pupils far from a school: what the first question of the room is about. */
const SHOWN = "far_from_school_share";
/** Levels from the lowest up of the places that are offered: villages, their parents and those above them. */
const OFFERED_LEVELS = 3;

interface ChoosePlaceProps {
  readonly tasks: ReactNode;
}

export function ChoosePlace({ tasks }: ChoosePlaceProps) {
  const { t } = useWords();
  const { catalog } = useView();
  const level = catalog.levels.at(-OFFERED_LEVELS) ?? catalog.levels[0]!;
  const indicator = catalog.indicators.find(({ id }) => id === SHOWN);
  const isRanked = indicator !== undefined && level.areaCount <= WHOLE_LEVEL;
  return (
    <section className="plan-choose">
      {tasks}
      <header>
        <h1>{t.plan.choose}</h1>
        <p>
          {t.plan.chooseWhat}{" "}
          {catalog.rootCode !== null && (
            <PageLink to={planAddress({ area: catalog.rootCode })}>{t.plan.chooseAll}</PageLink>
          )}
        </p>
      </header>
      {isRanked ? <RankedPlaces level={level} indicator={indicator} /> : <NamedPlaces level={level} />}
    </section>
  );
}

interface RankedPlacesProps {
  readonly level: CatalogLevel;
  readonly indicator: CatalogIndicator;
}

/** The places by how many pupils are concerned. */
function RankedPlaces({ level, indicator }: RankedPlacesProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const period = indicator.periods.at(-1)!;
  const query = { release: catalog.address, indicator: indicator.id, period, level: level.id };
  const { data, error, retry } = useAnswer(valuesContract, { query: { ...query, parent: null } });
  if (error) return <Problem error={error} retry={retry} />;
  if (!data) return <div className="skeleton" />;
  const ranked = rankRows(data.areas, indicator, ({ names }) => words.text(names));
  const rows = sortRows(ranked, { key: "numerator", isReversed: false }, words.language);
  return (
    <div className="plan-places">
      <table>
        <caption>{t.plan.chooseBy(words.title(indicator), period)}</caption>
        <thead>
          <tr>
            <th scope="col">{capitalise(words.text(level.label))}</th>
            <th scope="col" className="num">
              {t.plan.farPupils}
            </th>
            <th scope="col" className="num">
              {t.plan.ofPupils}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlaceRow key={row.area.code} row={row} most={rows[0]!} indicator={indicator} period={period} />
          ))}
        </tbody>
      </table>
      {catalog.isDrawn !== false && (
        <PlaceMap rows={rows} query={query} level={level} indicator={indicator} />
      )}
    </div>
  );
}

interface PlaceRowProps {
  readonly row: Row;
  /** The row that the bars are measured by. */
  readonly most: Row;
  readonly indicator: CatalogIndicator;
  readonly period: string;
}

function PlaceRow({ row: { area, name }, most, indicator, period }: PlaceRowProps) {
  const words = useWords();
  const { code, numerator, value } = area;
  const share = numerator === undefined ? 0 : numerator / Math.max(1, most.area.numerator ?? 0);
  return (
    <tr>
      <th scope="row">
        <PageLink to={planAddress({ area: code })}>{name}</PageLink>
      </th>
      <td className="num">
        <i className="share" style={{ width: `${share * 70}%` }} />
        {numerator === undefined ? (
          <span className="is-missing">{area.missing && words.missing(area.missing)}</span>
        ) : (
          <Figure of={areaFigureRef(code, indicator.id, period)}>
            {words.number(numerator, "count", { whole: true })}
          </Figure>
        )}
      </td>
      <td className="num">{value !== undefined && words.number(value, indicator.unit)}</td>
    </tr>
  );
}

/** The places by name, where nothing ranks them. */
function NamedPlaces({ level }: { readonly level: CatalogLevel }) {
  const words = useWords();
  const { catalog } = useView();
  const { data, error, retry } = useAnswer(areasContract, {
    query: { release: catalog.address, level: level.id, limit: 1000 },
  });
  if (error) return <Problem error={error} retry={retry} />;
  if (!data) return <div className="skeleton" />;
  return (
    <ul>
      {data.areas.map(({ code, names }) => (
        <li key={code}>
          <PageLink to={planAddress({ area: code })}>{words.text(names)}</PageLink>
        </li>
      ))}
    </ul>
  );
}
