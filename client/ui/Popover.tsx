// A button that opens a small card under itself, as the platform's popover: Escape, a press elsewhere and the focus going on
// close it.

import { useId } from "react";
import type { ReactNode } from "react";
import { usePopover } from "./use_popover.ts";
import "./popover.css";

export interface PopoverProps {
  readonly label: ReactNode;
  /** Name of the card for those who do not see it. */
  readonly title: string;
  readonly className?: string;
  readonly buttonClass?: string;
  readonly align?: "left" | "right";
  /** Whether it is open when it appears. */
  readonly startsOpen?: boolean;
  /** What in it has `data-closes` closes it when pressed. */
  readonly children: ReactNode;
}

export function Popover({
  label,
  title,
  className,
  buttonClass,
  align = "left",
  startsOpen = false,
  children,
}: PopoverProps) {
  const id = useId();
  const { root, button, card, isOpen, onRoot, onCard } = usePopover(align, startsOpen);
  return (
    <div ref={root} role="presentation" className={`popover-root ${className ?? ""}`} {...onRoot}>
      <button
        ref={button}
        type="button"
        className={buttonClass ?? "button"}
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-haspopup="dialog"
      >
        {label}
      </button>
      <dialog ref={card} id={id} popover="auto" aria-label={title} className="popover card" {...onCard}>
        {isOpen && children}
      </dialog>
    </div>
  );
}
