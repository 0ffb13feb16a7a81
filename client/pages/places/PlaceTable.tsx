// The table of the comparison: rows by lens, a dot plot and the values of every place.

import { Fragment, useState } from "react";
import type { Profile } from "#domain/contract/areas";
import type { CatalogLevel } from "#domain/contract/catalog";
import { LENSES, LENS_IDS } from "#domain/lens";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { isWorst, mostTelling } from "#client/model/place_rows.ts";
import type { PlaceRow } from "#client/model/place_rows.ts";
import { countedMeasure } from "#client/model/ranking.ts";
import { unitOfTerm, shortOf } from "#client/model/shortfall.ts";
import { DotPlot } from "./DotPlot.tsx";
import { Marker } from "./Marker.tsx";
import { PlaceHead } from "./PlaceColumns.tsx";
import type { Place } from "./use_places.ts";

export interface PlaceTableProps {
  readonly rows: readonly PlaceRow[];
  readonly places: readonly Place[];
  readonly whole: Profile | null;
  readonly level: CatalogLevel;
}

/** Rows at first: those of the lenses' own indicators, and in which the places differ most. A few more are shown at once. */
const AT_FIRST = 13;
const ALL_UP_TO = 18;

export function PlaceTable({ rows: all, places, whole, level }: PlaceTableProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const [isWhole, setIsWhole] = useState(false);
  const isLong = places.length > 1 && all.length > ALL_UP_TO;
  const always = catalog.lenses.flatMap(({ defaultIndicator }) => defaultIndicator ?? []);
  const rows = isLong && !isWhole ? mostTelling(all, always, AT_FIRST) : all;
  const names = places.map(({ profile }) => text(profile.area.names));
  const siblings = Math.max(0, ...rows.map((row) => row.siblings.length));
  return (
    <>
      <table className="place-table" data-places={places.length}>
        <thead>
          <tr>
            <th scope="col">
              <b>{isLong && !isWhole ? t.places.tellingRows(rows.length) : t.places.rows(rows.length)}</b>
              <small>{t.places.right}</small>
            </th>
            <th scope="col" className="place-key">
              <small>
                <i className="key-tick" aria-hidden="true" /> {t.places.each(words.areas(level, siblings))}
                {whole && (
                  <>
                    <i className="key-whole" aria-hidden="true" /> {text(whole.area.names)}
                  </>
                )}
              </small>
              <small className="place-ends">
                <span>{`← ${t.places.best}`}</span>
                <span>{`${t.places.worst} →`}</span>
              </small>
            </th>
            {places.map((place, at) => (
              <PlaceHead key={place.code} place={place} at={at} whole={whole} />
            ))}
          </tr>
        </thead>
        <tbody>
          {LENS_IDS.map((lens) => {
            const inLens = rows.filter(({ indicator }) => indicator.lens === lens);
            return (
              inLens.length > 0 && (
                <Fragment key={lens}>
                  <tr className="place-lens">
                    <th colSpan={2 + places.length} scope="rowgroup">
                      {words.label(LENSES[lens].label)}
                    </th>
                  </tr>
                  {inLens.map((row) => (
                    <Row key={row.indicator.id} row={row} places={places} names={names} />
                  ))}
                </Fragment>
              )
            );
          })}
        </tbody>
      </table>
      {isLong && (
        <p className="place-more">
          <button type="button" className="link" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? t.places.onlyTelling : t.places.allRows(all.length)}
          </button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly row: PlaceRow;
  readonly places: readonly Place[];
  readonly names: readonly string[];
}

function Row({ row, places, names }: RowProps) {
  const words = useWords();
  const { catalog } = useView();
  const { indicator, entries } = row;
  const term = indicator.polarity === "higher-is-better" ? indicator.denominator : indicator.numerator;
  const unit = countedMeasure(indicator) === null || !term ? null : unitOfTerm(term, catalog);
  return (
    <tr data-indicator={indicator.id}>
      <th scope="row" title={words.title(indicator)}>
        {words.title(indicator)} <small>{words.unit(indicator.unit)}</small>
      </th>
      <td className="place-dots">
        <DotPlot row={row} names={names} />
      </td>
      {places.map(({ code, profile }, at) => {
        const entry = entries[at];
        const short = entry && unit !== null ? shortOf(indicator, entry) : null;
        return (
          <td key={code} className="place-value">
            <Marker at={at} />
            {short !== null && (
              <small>
                {words.t.withUnit(short, words.number(short, unit!, { bare: true, whole: true }), unit!)}
              </small>
            )}
            {entry?.value === undefined ? (
              <span className="is-missing">{words.missing(entry?.missing ?? "not-surveyed")}</span>
            ) : (
              <Figure
                of={areaFigureRef(code, indicator.id, profile.period)}
                className={isWorst(row, at) ? "bad" : ""}
              >
                <b>{words.number(entry.value, indicator.unit)}</b>
              </Figure>
            )}
          </td>
        );
      })}
    </tr>
  );
}
