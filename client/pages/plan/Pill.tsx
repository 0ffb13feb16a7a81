// A part of a sentence that is chosen from a short list, or a number that is typed.

import { Popover } from "#client/ui/Popover.tsx";

export interface PillProps<T extends string | number> {
  /** What is chosen, as it stands in the sentence. */
  readonly label: string;
  readonly title: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  onChoose(value: T): void;
}

export function Pill<T extends string | number>({ label, title, value, options, onChoose }: PillProps<T>) {
  return (
    <Popover label={label} title={title} buttonClass="plan-pill" className="plan-pill-root">
      <p className="plan-pill-title">{title}</p>
      <ul className="plan-options">
        {options.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              data-closes
              aria-pressed={option.value === value}
              {...(option.value === value ? { "data-autofocus": true } : {})}
              onClick={() => onChoose(option.value)}
            >
              {option.label}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
