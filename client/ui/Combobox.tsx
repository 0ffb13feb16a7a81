// A field with a list of options under it. The focus stays in the field: arrow keys mark an option, Enter takes it, or the
// first one once something is typed. Keys, roles and input methods (Chinese is typed with Enter, too) are those of @github/combobox-nav.

import ComboboxNav from "@github/combobox-nav";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import "./option.css";

export interface ComboboxProps {
  /** Name of the field and its list for those who do not see them. */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  onType(value: string): void;
  onFocus?(): void;
  onEscape?(): void;
  /** Id of the field. */
  readonly id?: string;
  readonly fieldClass?: string;
  /** Takes the focus when the card around it opens. */
  readonly isFirst?: boolean;
  /** Around the list and what follows it. */
  readonly popupClass?: string;
  readonly isOpen: boolean;
  /** Keys of the options that are shown; when they change the first one is marked. */
  readonly optionKeys: readonly string[];
  /** `ComboboxOption`s, in groups or not. */
  readonly options: ReactNode;
  /** What follows the list. */
  readonly children?: ReactNode;
}

export function Combobox(props: ComboboxProps) {
  const { label, placeholder, value, onType, onFocus, onEscape, id, fieldClass, isFirst = false } = props;
  const { popupClass, isOpen, optionKeys, options, children } = props;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = optionKeys.join(" ");
  const nav = useRef<ComboboxNav>(null);
  useEffect(() => {
    const made = new ComboboxNav(field.current!, list.current!, { tabInsertsSuggestions: false });
    nav.current = made;
    return () => made.destroy();
  }, []);
  // Typing unmarks all; started anew, it marks the first option.
  useEffect(() => {
    if (!isOpen || shown === "") return undefined;
    const started = nav.current!;
    started.firstOptionSelectionMode = value === "" ? "none" : "active";
    started.start();
    return () => started.stop();
  }, [isOpen, value, shown]);
  return (
    <>
      <input
        ref={field}
        id={id}
        type="text"
        className={fieldClass}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-label={label}
        value={value}
        data-autofocus={isFirst || undefined}
        onFocus={onFocus}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={({ key }) => key === "Escape" && onEscape?.()}
      />
      <div className={popupClass} hidden={!isOpen}>
        {/* The field keeps the focus while an option is pressed. */}
        <div
          ref={list}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> has no field to type in
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          hidden={shown === ""}
          onMouseDown={(event) => event.preventDefault()}
        >
          {options}
        </div>
        {children}
      </div>
    </>
  );
}

export interface ComboboxOptionProps {
  /** What is chosen at present. */
  readonly isCurrent?: boolean;
  /** Closes the card around it. */
  readonly closes?: boolean;
  onChoose(): void;
  readonly children: ReactNode;
}

export function ComboboxOption({
  isCurrent = false,
  closes = false,
  onChoose,
  children,
}: ComboboxOptionProps) {
  return (
    <button
      type="button"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="option"
      // True while the arrow keys are at it: set by combobox-nav.
      aria-selected={false}
      tabIndex={-1}
      className="option"
      aria-current={isCurrent || undefined}
      data-closes={closes || undefined}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
