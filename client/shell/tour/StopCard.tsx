// A stop of the tour: a ring around what it explains, and a card beside it.

import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { useWords } from "#client/i18n/words.ts";
import { STOPS, endTour, goToStop } from "#client/model/tour.ts";
import type { Stop } from "#client/model/tour.ts";
import { stopPlace } from "./stop_place.ts";

/** Around what is spoken of, in pixels. */
const RING_PX = 4;

const isVisible = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;

/** What each stop explains, on a wide screen and on a phone. */
const PARTS: Readonly<Record<Stop, string>> = {
  place: ".bar > .place, .bar",
  sentence: ".sentence",
  legend: ".left .left-part:first-child, .sheet > .ramp-strip",
  card: ".right > .profile, .sheet",
};

/** The part of the screen that a stop explains; undefined while it is not there. */
const partOf = (stop: Stop): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(PARTS[stop])].find(isVisible);

/** Puts ring and card where a part of the screen is now. */
function arrange(card: HTMLElement, ring: HTMLElement, part: HTMLElement | undefined): void {
  const frame = { width: window.innerWidth, height: window.innerHeight };
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  const around = part?.getBoundingClientRect() ?? {
    left: middle.x,
    top: middle.y,
    right: middle.x,
    bottom: middle.y,
  };
  const box = {
    left: Math.max(0, around.left - RING_PX),
    top: Math.max(0, around.top - RING_PX),
    right: Math.min(frame.width, around.right + RING_PX),
    bottom: Math.min(frame.height, around.bottom + RING_PX),
  };
  const { left, top } = stopPlace(box, { width: card.offsetWidth, height: card.offsetHeight }, frame);
  Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
  Object.assign(ring.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.right - box.left}px`,
    height: `${box.bottom - box.top}px`,
  });
}

export function StopCard({ stop }: { readonly stop: Stop }) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const at = STOPS.indexOf(stop);
  const isLast = at === STOPS.length - 1;
  useEffect(() => {
    dialog.current!.showModal();
    next.current!.focus();
    // Panels come, fold and grow while the map loads; the ring stays around its part.
    let frame = 0;
    const follow = (): void => {
      arrange(card.current!, ring.current!, partOf(stop));
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [stop]);
  const go = (to: number): void => {
    const other = STOPS[to];
    if (other) goToStop(other);
    else if (to >= STOPS.length) endTour();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    // The keys of the page wait until the tour is over.
    event.stopPropagation();
    if (step === undefined || (isLast && step > 0)) return;
    event.preventDefault();
    go(at + step);
  };
  const { title, text } = t.tour.stops[stop];
  return (
    <dialog
      ref={dialog}
      className="tour-stop"
      aria-labelledby="tour-title"
      onCancel={endTour}
      onKeyDown={onKeyDown}
    >
      <div ref={ring} className="tour-ring" aria-hidden="true" />
      <div ref={card} className="tour-card">
        <h2 id="tour-title">{title}</h2>
        <p>{text}</p>
        <div className="tour-verbs">
          <small>{t.tour.at(at + 1, STOPS.length)}</small>
          {at > 0 && (
            <button type="button" className="button" onClick={() => go(at - 1)}>
              {t.tour.back}
            </button>
          )}
          {!isLast && (
            <button type="button" className="button" onClick={endTour}>
              {t.tour.end}
            </button>
          )}
          <button ref={next} type="button" className="button is-main" onClick={() => go(at + 1)}>
            {isLast ? t.tour.end : t.tour.next}
          </button>
        </div>
      </div>
    </dialog>
  );
}
