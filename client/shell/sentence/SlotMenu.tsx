// A slot of the sentence: what is chosen, and under it what can be chosen.

import type { ReactNode } from "react";
import { Icon } from "#client/ui/Icon.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import "#client/ui/option.css";

export interface SlotProps {
  /** What the slot is about, for those who do not see the sentence. */
  readonly name: string;
  readonly text: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A word of the sentence that opens a card. */
export const SlotCard = ({ name, text, className = "", children }: SlotProps) => (
  <Popover
    className={`slot-root ${className}`}
    buttonClass="slot"
    title={name}
    label={
      <>
        <span className="visually-hidden">{name}</span> <span className="slot-text">{text}</span>
        <Icon name="down" />
      </>
    }
  >
    {children}
  </Popover>
);

export interface SlotOption {
  readonly value: string | null;
  readonly text: string;
  /** Text beside it. */
  readonly note?: string;
}

export interface SlotMenuProps extends Omit<SlotProps, "children"> {
  readonly options: readonly SlotOption[];
  readonly chosen: string | null;
  onChoose(value: string | null): void;
}

/** A word of the sentence that opens a list. */
export const SlotMenu = ({ options, chosen, onChoose, ...slot }: SlotMenuProps) => (
  <SlotCard {...slot} className="slot-menu">
    {options.map(({ value, text, note }) => (
      <button
        key={value ?? ""}
        type="button"
        className="option"
        aria-pressed={value === chosen}
        {...(value === chosen ? { "data-autofocus": true } : {})}
        data-closes
        onClick={() => onChoose(value)}
      >
        {text}
        {note && <small>{note}</small>}
      </button>
    ))}
  </SlotCard>
);
