// What sets the places apart: the rows in which they differ most, measured by how much the areas of the level differ.

import type { CatalogLevel } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { whatSetsApart } from "#client/model/place_rows.ts";
import type { PlaceRow } from "#client/model/place_rows.ts";
import { unitOfTerm } from "#client/model/shortfall.ts";
import { Marker } from "./Marker.tsx";
import type { Place } from "./use_places.ts";

const LISTED = 6;

export interface ApartProps {
  readonly rows: readonly PlaceRow[];
  readonly places: readonly Place[];
  readonly level: CatalogLevel;
}

export function Apart({ rows, places, level }: ApartProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const found = whatSetsApart(rows).slice(0, LISTED);
  if (found.length === 0) return null;
  const most = found[0]!.apart;
  const nameOf = (at: number): string => text(places[at]!.profile.area.names);
  const siblings = Math.max(...found.map(({ row }) => row.siblings.length));
  return (
    <section className="place-apart card">
      <h2>
        {t.places.apart}{" "}
        <small title={t.places.apartHow}>{t.places.apartWhat(words.areas(level, siblings))}</small>
      </h2>
      <ol>
        {found.map(({ row: { indicator }, apart, worse, better, people }) => {
          const unit = unitOfTerm(indicator.numerator, catalog);
          const count = people === null ? null : Math.round(people);
          return (
            <li key={indicator.id} data-indicator={indicator.id}>
              <b>{words.title(indicator)}</b>
              <span className="apart-bar" aria-hidden="true">
                <i style={{ width: `${(apart / most) * 100}%` }} />
              </span>
              <span className="apart-number">{t.places.spread(words.number(apart, "per_100"))}</span>
              <span>
                <Marker at={worse} /> {t.places.difference(nameOf(worse), nameOf(better))}
              </span>
              <small>
                {count !== null &&
                  unit !== null &&
                  t.places.inPeople(
                    t.withUnit(count, words.number(count, unit, { bare: true }), unit),
                    nameOf(better),
                  )}
              </small>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
