// Two to four places beside each other.

import { useEffect, useMemo } from "react";
import { formatColumnId } from "#domain/column_id";
import { packCodes } from "#domain/area_set_codec";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { useWords } from "#client/i18n/words.ts";
import { MAX_PLACES } from "#client/model/basket.ts";
import { useRoomAddress } from "#client/model/location.ts";
import { isWorst, placeRows } from "#client/model/place_rows.ts";
import type { PlaceRow } from "#client/model/place_rows.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { WaitNote, waitProps } from "#client/ui/Waiting.tsx";
import { AddPlace } from "./AddPlace.tsx";
import { Apart } from "./Apart.tsx";
import { Marker } from "./Marker.tsx";
import { PlaceTable } from "./PlaceTable.tsx";
import { usePlaces } from "./use_places.ts";
import type { Places } from "./use_places.ts";
import "./places.css";

export function PlacesPage() {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const found = usePlaces();
  const { places, whole, columns, level, isLoading, error, retry, unknown } = found;
  const wait = useWait({ isLoading, error });
  const rows = useMemo(
    () =>
      placeRows(
        catalog,
        places.map(({ profile }) => profile),
        whole,
        columns,
      ),
    [catalog, places, whole, columns],
  );
  const title = t.places.documentTitle(places.map(({ profile }) => text(profile.area.names)).join(t.comma));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isMixed = places.some(({ profile }) => profile.area.level !== level?.id);
  return (
    <main id="room" {...waitProps(wait, "places-page")} data-painted={!isLoading}>
      <WaitNote wait={wait} what={t.places.title} />
      <Head {...found} rows={rows} />
      {error && <Problem error={error} retry={retry} />}
      {unknown.length > 0 && <p className="places-note">{t.places.unknown(unknown.join(t.comma))}</p>}
      {isMixed && <p className="places-note">{t.places.mixed}</p>}
      {places.length === 0 && !isLoading && <p className="places-note">{t.places.empty}</p>}
      {places.length > 0 && level && !isLoading && (
        <>
          {rows.length === 0 ? (
            <p className="places-note">{t.places.nothing}</p>
          ) : (
            <div className="place-card card">
              <PlaceTable rows={rows} places={places} whole={whole} level={level} />
            </div>
          )}
          {places.length > 1 && <Apart rows={rows} places={places} level={level} />}
        </>
      )}
      {isLoading && <div className="skeleton" style={{ height: 420 }} aria-hidden="true" />}
    </main>
  );
}

/** The sentence over the table: which places, with what, when; and what stands out. */
function Head({
  places,
  whole,
  columns,
  level,
  period,
  rows,
}: Places & { readonly rows: readonly PlaceRow[] }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, view, change } = useView();
  const map = useRoomAddress("map");
  const counts = places.map((_, at) => rows.filter((row) => isWorst(row, at)).length);
  const most = Math.max(0, ...counts);
  const first = counts.indexOf(most);
  const shown = catalog.indicators[0];
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
        </h1>
        {level && rows.length > 0 && (
          <p>
            {most > 0
              ? t.places.worstOf(
                  text(places[first]!.profile.area.names),
                  text(level.label),
                  most,
                  rows.length,
                )
              : t.places.noneWorst(text(level.label))}
          </p>
        )}
      </div>
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
              language: words.language,
            })}
          >
            <Icon name="download" /> {t.file.xlsx}
          </a>
        )}
      </div>
    </header>
  );
}
