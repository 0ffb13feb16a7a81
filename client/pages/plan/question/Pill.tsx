// A part of a sentence that is chosen from a short list, or a number that is typed.

import { useRef } from "react";
import { Popover } from "#client/ui/Popover.tsx";

export interface PillProps<T extends string | number> {
  /** What is chosen, as it stands in the sentence. */
  readonly label: string;
  readonly title: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Another number that is typed; left out where only the options can be had. */
  readonly typed?: TypedNumber;
  onChoose(value: T): void;
}

export interface TypedNumber {
  readonly label: string;
  readonly save: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  onType(value: number): void;
}

export function Pill<T extends string | number>({
  label,
  title,
  value,
  options,
  typed,
  onChoose,
}: PillProps<T>) {
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
      {typed && <Typed {...typed} />}
    </Popover>
  );
}

function Typed({ label, save, value, min, max, onType }: TypedNumber) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="plan-typed">
      <label>
        <span>{label}</span>
        <input
          ref={field}
          className="text-field"
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={1}
          defaultValue={value ?? ""}
        />
      </label>
      <button
        type="button"
        className="button"
        data-closes
        onClick={() => {
          const typed = Number(field.current?.value);
          if (Number.isInteger(typed) && typed >= min && typed <= max) onType(typed);
        }}
      >
        {save}
      </button>
    </div>
  );
}
