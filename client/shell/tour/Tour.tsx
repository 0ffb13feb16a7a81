// The first visit: three sentences, and a tour of four stops around the map.

import { useWords } from "#client/i18n/words.ts";
import { goTo, mapAddress } from "#client/model/location.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { STOPS, endTour, goToStop, useTour } from "#client/model/tour.ts";
import { StopCard } from "./StopCard.tsx";
import "./tour.css";

/** Begins the tour, which goes around the map. */
export function startTour(room: RoomId): void {
  if (room !== "map") goTo(mapAddress({}));
  goToStop(STOPS[0]);
}

/** Rooms that greet: who is led straight to a plan or a definition has come for that. */
const WELCOMING: readonly RoomId[] = ["overview", "map"];

/** What the reader sees now: the welcome, a stop, or nothing. */
export function Tour({ room }: { readonly room: RoomId }) {
  const state = useTour();
  if (state === null || (state === "welcome" && !WELCOMING.includes(room))) return null;
  return state === "welcome" ? <Welcome room={room} /> : <StopCard key={state} stop={state} />;
}

function Welcome({ room }: { readonly room: RoomId }) {
  const { t } = useWords();
  return (
    <section className="welcome card" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{t.welcome.title}</h2>
      <ol>
        {t.welcome.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <div className="tour-verbs">
        <button type="button" className="button" onClick={endTour}>
          {t.welcome.skip}
        </button>
        <button type="button" className="button is-main" onClick={() => startTour(room)}>
          {t.welcome.start}
        </button>
      </div>
    </section>
  );
}
