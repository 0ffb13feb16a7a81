// Two to four places beside each other.

import { useEffect, useMemo } from "react";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { placeRows } from "#client/model/place_rows.ts";
import { Problem } from "#client/ui/Problem.tsx";
import { WaitNote, waitProps } from "#client/ui/Waiting.tsx";
import { Apart } from "./Apart.tsx";
import { PlacesHead } from "./PlacesHead.tsx";
import { PlaceTable } from "./PlaceTable.tsx";
import { usePlaces } from "./use_places.ts";
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
      <PlacesHead {...found} rows={rows} />
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
