// The life of a popover: placed and focused when it opens, closed by Escape, a press elsewhere, or the focus going on.

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject, ToggleEvent } from "react";

/** Pixels between button and card. */
const GAP_PX = 6;
/** Pixels between card and window, at least. */
const MARGIN_PX = 12;

/** Puts the card under the button, or over one at the foot of the window, moved as far as it needs to stay inside. */
function place(card: HTMLElement, button: HTMLElement, align: "left" | "right"): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const width = card.offsetWidth;
  const wanted = align === "left" ? left : right - width;
  const most = document.documentElement.clientWidth - width - MARGIN_PX;
  card.style.setProperty("--left", `${Math.max(MARGIN_PX, Math.min(wanted, most))}px`);
  const isAtFoot = top > document.documentElement.clientHeight / 2;
  const over = Math.max(MARGIN_PX, top - GAP_PX - card.scrollHeight);
  card.style.setProperty("--top", `${isAtFoot ? over : bottom + GAP_PX}px`);
  card.style.setProperty(
    "--under",
    isAtFoot ? `${document.documentElement.clientHeight - top + GAP_PX}px` : "12px",
  );
}

export interface PopoverControl {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly card: RefObject<HTMLDialogElement | null>;
  /** Whether what is in the card is rendered. */
  readonly isOpen: boolean;
  /** Of what is around button and card. */
  readonly onRoot: {
    onBlur(event: FocusEvent): void;
    onClick(event: MouseEvent): void;
    onKeyDown(event: KeyboardEvent): void;
  };
  readonly onCard: {
    onBeforeToggle(event: ToggleEvent<HTMLElement>): void;
    onToggle(event: ToggleEvent<HTMLElement>): void;
  };
}

/** The elements of a popover and what they answer to. */
export function usePopover(align: "left" | "right", startsOpen: boolean): PopoverControl {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDialogElement>(null);
  const openAtStart = useEffectEvent(() => {
    if (startsOpen) card.current!.showPopover();
  });
  useEffect(() => openAtStart(), []);
  const onResize = useEffectEvent(() => place(card.current!, button.current!, align));
  useEffect(() => {
    if (!isOpen) return undefined;
    const listener = (): void => onResize();
    window.addEventListener("resize", listener);
    return () => window.removeEventListener("resize", listener);
  }, [isOpen]);

  // Rendered before it is shown, and kept until it is hidden, so that the browser can return the focus.
  const onBeforeToggle = ({ newState, currentTarget }: ToggleEvent<HTMLElement>): void => {
    if (newState !== "open") return;
    currentTarget.style.visibility = "hidden";
    setOpen(true);
  };
  const onToggle = ({ newState, currentTarget }: ToggleEvent<HTMLElement>): void => {
    if (newState !== "open") return setOpen(false);
    place(currentTarget, button.current!, align);
    currentTarget.style.visibility = "";
    const first =
      currentTarget.querySelector<HTMLElement>("[data-autofocus]") ??
      currentTarget.querySelector<HTMLElement>("button, a");
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: "nearest" });
  };
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !root.current!.contains(relatedTarget)) card.current!.hidePopover();
  };
  const onClick = ({ target }: MouseEvent): void => {
    if (!(target as HTMLElement).closest("[data-closes]")) return;
    card.current!.hidePopover();
    button.current!.focus();
  };
  // The browser closes it; what else Escape means on the page is not meant. `isOpen` is late: it follows the toggle event.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && card.current!.matches(":popover-open")) event.stopPropagation();
  };
  return {
    root,
    button,
    card,
    isOpen,
    onRoot: { onBlur, onClick, onKeyDown },
    onCard: { onBeforeToggle, onToggle },
  };
}
