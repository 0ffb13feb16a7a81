// A button that opens a small card under itself; Escape, a press elsewhere and the focus going on close it.

import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import "./popover.css";

export interface PopoverProps {
  readonly label: ReactNode;
  /** Name of the card for those who do not see it. */
  readonly title: string;
  readonly className?: string;
  readonly buttonClass?: string;
  readonly align?: "left" | "right";
  /** What in it has `data-closes` closes it when pressed. */
  readonly children: ReactNode;
}

export function Popover({ label, title, className, buttonClass, align = "left", children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    root.current
      ?.querySelector<HTMLElement>("[data-autofocus], .popover button, .popover a")
      ?.focus({ preventScroll: true });
    root.current?.querySelector(".popover")?.scrollIntoView({ block: "nearest" });
    const onPress = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    // At the window, after React has told the pressed one: closed any earlier it would be gone by then.
    const onClick = (event: MouseEvent): void => {
      const closes = (at: EventTarget): boolean => at instanceof HTMLElement && "closes" in at.dataset;
      const path = event.composedPath();
      if (!root.current || !path.includes(root.current) || !path.some(closes)) return;
      setOpen(false);
      button.current?.focus();
    };
    const onLeave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && !root.current?.contains(relatedTarget)) setOpen(false);
    };
    const element = root.current;
    element?.addEventListener("focusout", onLeave);
    window.addEventListener("click", onClick);
    window.addEventListener("pointerdown", onPress);
    element?.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("pointerdown", onPress);
      element?.removeEventListener("keydown", onKey);
      element?.removeEventListener("focusout", onLeave);
      window.removeEventListener("click", onClick);
    };
  }, [isOpen]);

  return (
    <div className={`popover-root ${className ?? ""}`} ref={root}>
      <button
        ref={button}
        type="button"
        className={buttonClass ?? "button"}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && (
        <dialog open id={id} className={`popover card is-${align}`} aria-label={title}>
          {children}
        </dialog>
      )}
    </div>
  );
}
