// The sentence over the table of places: which ones, with what, when, and what stands out; and the ways on from here.

import { formatColumnId } from "#domain/column_id";
import { packCodes } from "#domain/area_set_codec";
import { useView } from "#client/data/view_context.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { useWords } from "#client/i18n/words.ts";
import { MAX_PLACES } from "#client/model/basket.ts";
import { useRoomAddress } from "#client/model/location.ts";
import { isWorst } from "#client/model/place_rows.ts";
import type { PlaceRow } from "#client/model/place_rows.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import { AddPlace } from "./AddPlace.tsx";
import { Marker } from "./Marker.tsx";
import type { Places } from "./use_places.ts";

export interface PlacesHeadProps extends Places {
  readonly rows: readonly PlaceRow[];
}

export function PlacesHead(props: PlacesHeadProps) {
  const { places, whole, columns, period } = props;
  const { t, text } = useWords();
  const { view } = useView();
  return (
    <header className="places-head">
      <div>
        <h1>
          <span className="is-quiet">{t.places.title}</span>{" "}
          {places.map(({ code, profile }, at) => (
            <span key={code} className={`place-name is-${at}`}>
              <Marker at={at} /> {text(profile.area.names)}
            </span>
          ))}
          {(view.places?.length ?? 0) < MAX_PLACES && <AddPlace places={places} columns={columns} />}
          {whole && (
            <>
              <span className="is-quiet">{t.places.and}</span>
              <span className="place-name is-whole">{text(whole.area.names)}</span>
            </>
          )}
          <span className="is-quiet">{t.places.in}</span>
          <PeriodChoice period={period} />
        </h1>
        <WorstPlace {...props} />
      </div>
      <PlacesVerbs {...props} />
    </header>
  );
}

function PeriodChoice({ period }: Pick<Places, "period">) {
  const { t } = useWords();
  const { catalog, change } = useView();
  return (
    <label className="select">
      <select
        aria-label={t.period}
        value={period}
        onChange={({ target }) => change({ period: target.value })}
      >
        {catalog.periods.map((known) => (
          <option key={known} value={known}>
            {known}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}

/** The place that is the worst of all in the most rows. */
function WorstPlace({ places, level, rows }: Pick<PlacesHeadProps, "places" | "level" | "rows">) {
  const { t, text } = useWords();
  if (!level || rows.length === 0) return null;
  const counts = places.map((_, at) => rows.filter((row) => isWorst(row, at)).length);
  const most = Math.max(0, ...counts);
  const worst = places[counts.indexOf(most)];
  return (
    <p>
      {most > 0 && worst
        ? t.places.worstOf(text(worst.profile.area.names), text(level.label), most, rows.length)
        : t.places.noneWorst(text(level.label))}
    </p>
  );
}

/** Back to the map, and the places as a workbook. */
function PlacesVerbs({ places, period }: Pick<Places, "places" | "period">) {
  const { t, language } = useWords();
  const { catalog } = useView();
  const map = useRoomAddress("map");
  const shown = catalog.indicators[0];
  return (
    <div className="places-verbs">
      <PageLink to={map} className="button">
        <Icon name="map" /> {t.places.back}
      </PageLink>
      {places.length > 0 && shown && (
        <a
          className="button"
          download
          title={t.file.xlsxWhat}
          href={workbookAddress({
            release: catalog.address,
            codes: packCodes(places.map(({ code }) => code)),
            columns: formatColumnId({ indicator: shown.id, period }),
            all: "1",
            rows: "indicators",
            language,
          })}
        >
          <Icon name="download" /> {t.file.xlsx}
        </a>
      )}
    </div>
  );
}
