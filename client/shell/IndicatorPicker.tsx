// Which indicator is shown: those of the lens by theme with what each one means; typing finds among all of them.

import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { THEME_IDS, THEMES } from "#domain/themes";
import { filterIndicators } from "#client/model/indicator_filter.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useCatalogAddress } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import "./picker.css";

export function IndicatorPicker() {
  const words = useWords();
  const { resolved } = useView();
  const { indicator } = resolved;
  if (!indicator) return null;
  return (
    <Popover
      className="indicator-picker"
      title={words.t.indicator}
      label={
        <>
          <small>{words.t.indicator}</small>
          <span className="clip">{words.title(indicator)}</span>
          <Icon name="down" />
        </>
      }
    >
      <Options shown={indicator} />
    </Popover>
  );
}

/** Moves the focus among the field and the options; Enter in the field takes the first one. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest("search");
  const stops = [...(list?.querySelectorAll<HTMLElement>("input, .option") ?? [])];
  const at = stops.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 1, End: stops.length - 1 }[event.key];
  const isTyping = at === 0;
  if (event.key === "Enter" && isTyping) stops[1]?.click();
  else if (to === undefined || (isTyping && (event.key === "Home" || event.key === "End"))) return;
  else stops[Math.min(Math.max(to, 0), stops.length - 1)]?.focus();
  event.preventDefault();
}

function Options({ shown }: { readonly shown: CatalogIndicator }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, resolved, change } = useView();
  const [typed, setTyped] = useState("");
  const isSearching = typed.trim() !== "";
  const found = filterIndicators(catalog.indicators, {
    words: typed.trim(),
    lens: isSearching ? null : resolved.lens,
    theme: null,
  });
  const whole = found.filter(({ partOf }) => partOf === undefined);
  const groups = isSearching
    ? catalog.lenses.map(({ id, label }) => ({
        title: text(label),
        list: found.filter(({ lens }) => lens === id),
      }))
    : [
        ...THEME_IDS.map((id) => ({
          title: text(THEMES[id]),
          list: whole.filter(({ theme }) => theme === id),
        })),
        { title: t.otherIndicators, list: whole.filter(({ theme }) => theme === undefined) },
        { title: t.whySub, list: found.filter(({ partOf }) => partOf !== undefined) },
      ];
  return (
    <search>
      <input
        type="text"
        className="text-field picker-field"
        autoComplete="off"
        spellCheck={false}
        placeholder={t.catalog.pickerHint}
        aria-label={t.catalog.search}
        value={typed}
        data-autofocus
        onKeyDown={onKeyDown}
        onChange={(event) => setTyped(event.target.value)}
      />
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ title, list }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {list.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className="option"
                    aria-pressed={one.id === shown.id}
                    data-closes
                    onKeyDown={onKeyDown}
                    onClick={() => change({ lens: one.lens, indicator: one.id })}
                  >
                    <b>{words.title(one)}</b>
                    {one.denominator === null && <small>{t.asCircles}</small>}
                    {one.description && <span>{text(one.description)}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {found.length === 0 && <p className="nothing">{t.catalog.pickerNone}</p>}
      <p className="picker-foot">
        <PageLink to={useCatalogAddress(shown.id)}>{t.catalog.open}</PageLink>
      </p>
    </search>
  );
}
