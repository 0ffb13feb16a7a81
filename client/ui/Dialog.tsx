// A modal card: Escape, its button and a press beside it close it, and the focus goes back to where it was.

import { useEffect, useLayoutEffect, useRef } from "react";
import type { PointerEvent, ReactNode } from "react";
import { useWords } from "#client/i18n/words.ts";
import { cardPlace } from "./card_place.ts";
import type { PageRect } from "#client/model/figure_ref.ts";
import { Icon } from "./Icon.tsx";
import "./dialog.css";

export interface DialogProps {
  /** Name for those who do not see it. */
  readonly label: string;
  readonly className: string;
  /** Stands beside this box of the page where the screen is wide; without one in the middle. */
  readonly beside?: PageRect | null;
  onClose(): void;
  readonly children: ReactNode;
}

/** Puts a card beside a box, as `--x` and `--y` of its style. */
function place(card: HTMLElement, { left, top, right, bottom }: PageRect): void {
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const frame = { width: window.innerWidth, height: window.innerHeight };
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const { x, y } = cardPlace(middle, [left, top, right, bottom], size, frame);
  card.style.setProperty("--x", `${x}px`);
  card.style.setProperty("--y", `${y}px`);
}

export function Dialog({ label, className, beside = null, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  // What had the focus may be gone when the card shows something else; keys must not fall through to the page.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus();
  });
  useLayoutEffect(() => {
    const card = dialog.current;
    if (!card || !beside) return undefined;
    const observer = new ResizeObserver(() => place(card, beside));
    observer.observe(card);
    return () => observer.disconnect();
  }, [beside]);
  const onPointerDown = (event: PointerEvent<HTMLDialogElement>): void => {
    if (event.target !== event.currentTarget) return;
    const { left, top, right, bottom } = event.currentTarget.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) event.currentTarget.close();
  };
  return (
    <dialog
      ref={dialog}
      className={`dialog card ${beside ? "is-beside" : ""} ${className}`}
      aria-label={label}
      tabIndex={-1}
      onClose={onClose}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
    </dialog>
  );
}

/** The head line of a dialog, with the button that closes it. */
export function DialogHead({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <header className="dialog-head">
      <div>{children}</div>
      <button
        type="button"
        className="button is-square"
        aria-label={t.close}
        onClick={(event) => event.currentTarget.closest("dialog")?.close()}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}
