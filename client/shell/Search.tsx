// Search by name or code, by hand or by keyboard.

import { useDeferredValue, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { areasContract } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { SEARCH_ID } from "./keys.ts";
import "./search.css";

export function Search() {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const openArea = useOpen();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  const q = useDeferredValue(typed.trim());
  const found = useAnswer(areasContract, q ? { query: { release: catalog.release, q, limit: 8 } } : null);
  const areas = (q ? found.shown?.answer.areas : null) ?? [];
  const hasList = isOpen && q !== "" && found.shown !== null;

  const leave = (): void => {
    setTyped("");
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const pick = (code: string): void => {
    openArea(code);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const stops = [...(root.current?.querySelectorAll<HTMLElement>("input, .found button") ?? [])];
    const at = stops.indexOf(event.target as HTMLElement);
    if (event.key === "ArrowDown") stops[Math.min(at + 1, stops.length - 1)]?.focus();
    else if (event.key === "ArrowUp") stops[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "Enter" && at === 0 && areas[0]) pick(areas[0].code);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const levelOf = (id: string): string => text(catalog.levels.find((level) => level.id === id)?.label ?? {});

  return (
    <search
      ref={root}
      className="search"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <input
        id={SEARCH_ID}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={t.searchHint}
        aria-label={t.search}
        value={typed}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">{"/"}</kbd>
      <div className={hasList ? "found card" : "found"} hidden={!hasList}>
        <ul>
          {areas.map((area) => (
            <li key={area.code}>
              <button type="button" onClick={() => pick(area.code)} onKeyDown={onKeyDown}>
                <b>{text(area.names)}</b>
                <span>{words.otherText(area.names)}</span>
                <small>{t.join([levelOf(area.level), ...area.parentNames.map(text), area.code])}</small>
              </button>
            </li>
          ))}
        </ul>
        <output className={areas.length > 0 ? "visually-hidden" : "nothing"}>
          {hasList && (areas.length > 0 ? t.searchCount(found.shown?.answer.total ?? 0) : t.searchNone(q))}
        </output>
      </div>
    </search>
  );
}
