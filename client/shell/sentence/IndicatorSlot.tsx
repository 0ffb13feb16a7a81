// Which indicator is shown: those of the lens by theme with what each one means; typing finds among all of them.

import { useState } from "react";
import { isFilled } from "#domain/column_kind";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { LENS_IDS } from "#domain/lens";
import { THEME_IDS, INDICATOR_THEMES } from "#domain/theme";
import { filterIndicators } from "#client/model/indicator_filter.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useEntryAddress } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";
import { Combobox, ComboboxOption } from "#client/ui/Combobox.tsx";
import { SlotCard } from "./SlotMenu.tsx";
import "./indicator_slot.css";

export function IndicatorSlot() {
  const words = useWords();
  const { indicator } = useView().resolved;
  if (!indicator) return null;
  return (
    <SlotCard name={words.t.indicator} text={words.title(indicator)} className="indicator-slot">
      <Options shown={indicator} />
    </SlotCard>
  );
}

/** The lenses, each with its default indicator first. */
function Lenses() {
  const { t, label } = useWords();
  const { catalog, view, change } = useView();
  return (
    <fieldset className="choices lens-choices" aria-label={t.lens}>
      {LENS_IDS.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={view.lens === id}
          onClick={() => change({ lens: id, indicator: null })}
        >
          {label(catalog.lenses.find((lens) => lens.id === id)?.label ?? {})}
        </button>
      ))}
    </fieldset>
  );
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
        title: words.label(label),
        list: found.filter(({ lens }) => lens === id),
      }))
    : [
        ...THEME_IDS.map((id) => ({
          title: words.label(INDICATOR_THEMES[id]),
          list: whole.filter(({ theme }) => theme === id),
        })),
        { title: t.otherIndicators, list: whole.filter(({ theme }) => theme === undefined) },
        { title: t.whySub, list: found.filter(({ partOf }) => partOf !== undefined) },
      ];
  const option = (indicator: CatalogIndicator) => (
    <ComboboxOption
      key={indicator.id}
      isCurrent={indicator.id === shown.id}
      closes
      onChoose={() => change({ lens: indicator.lens, indicator: indicator.id })}
    >
      <b>{words.title(indicator)}</b>
      {!isFilled(indicator) && <small>{t.asCircles}</small>}
      {indicator.description && <span>{text(indicator.description)}</span>}
    </ComboboxOption>
  );
  return (
    <search>
      {!isSearching && <Lenses />}
      <Combobox
        label={t.catalog.search}
        placeholder={t.catalog.pickerHint}
        fieldClass="text-field picker-field"
        value={typed}
        onType={setTyped}
        isFirst
        isOpen
        optionKeys={groups.flatMap(({ list }) => list.map(({ id }) => id))}
        options={groups
          .filter(({ list }) => list.length > 0)
          .map(({ title, list }) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              {list.map(option)}
            </fieldset>
          ))}
      >
        {found.length === 0 && <p className="nothing">{t.catalog.pickerNone}</p>}
        <p className="picker-foot">
          <PageLink to={useEntryAddress(shown.id)}>{t.catalog.open}</PageLink>
        </p>
      </Combobox>
    </search>
  );
}
