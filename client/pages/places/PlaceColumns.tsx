// The head of the table: each place with its people, and how many more they are than at the rate of the area around.

import type { Profile } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { mapAddress } from "#client/model/location.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Marker } from "./Marker.tsx";
import type { Place } from "./use_places.ts";

/** How many more or fewer there are than at the rate of the area around, in words; null where that is not known. */
function comparedWithWhole(
  { profile }: Place,
  whole: Profile | null,
  indicator: CatalogIndicator,
  { t, number, text }: Words,
): string | null {
  const of = ({ indicators }: Profile) => indicators.find((entry) => entry.indicator === indicator.id);
  const [own, around] = [of(profile), whole && of(whole)];
  if (own?.numerator === undefined || own.denominator == null || around?.value === undefined) return null;
  const more = Math.round(own.numerator - own.denominator * around.value);
  const written = number(Math.abs(more), "count");
  const name = text(whole!.area.names);
  return more === 0
    ? t.places.same(name)
    : more > 0
      ? t.places.over(written, name)
      : t.places.under(written, name);
}

export interface PlaceHeadProps {
  readonly place: Place;
  readonly at: number;
  readonly whole: Profile | null;
}

export function PlaceHead({ place, at, whole }: PlaceHeadProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, view, change } = useView();
  const { area, indicators, period } = place.profile;
  const name = text(area.names);
  const need = peopleInNeedOf(catalog.indicators[0]!, catalog);
  const entry = need && indicators.find(({ indicator }) => indicator === need.indicator.id);
  const compared = need && comparedWithWhole(place, whole, need.indicator, words);
  // What holds them all stands in the sentence over the table.
  const above = area.parents
    .slice(-1)
    .filter(({ code }) => code !== whole?.area.code)
    .map(({ names }) => text(names));
  const others = (view.places ?? []).filter((code) => code !== place.code);
  return (
    <th scope="col" className="place-head">
      <div>
        <Marker at={at} />
        <PageLink to={mapAddress({ area: area.code, camera: null, level: null })}>
          <AreaName name={name} above={above} />
        </PageLink>
        <button
          type="button"
          className="button is-square"
          aria-label={t.places.remove(name)}
          title={t.places.remove(name)}
          onClick={() => change({ places: others.length > 0 ? others : null })}
        >
          <Icon name="close" />
        </button>
      </div>
      {need && entry?.value !== undefined && entry.numerator !== undefined && (
        <p>
          <Figure of={areaFigureRef(area.code, need.indicator.id, period)}>
            <b>{words.number(entry.numerator, "count", { whole: true })}</b>
          </Figure>{" "}
          <b>{words.number(entry.value, need.indicator.unit)}</b>
        </p>
      )}
      {need && entry?.value !== undefined && <small>{words.text(need.measure.label)}</small>}
      {compared && <small>{compared}</small>}
    </th>
  );
}
