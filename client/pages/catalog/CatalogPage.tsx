// The catalogue: every indicator with what it means, how it is made, where it comes from and what it was.

import { useEffect, useState } from "react";
import { LENS_RAMPS } from "#domain/lens_colours";
import { THEME_IDS, INDICATOR_THEMES } from "#domain/theme";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import type { PageProps } from "#client/pages/page.ts";
import { SearchField } from "#client/ui/SearchField.tsx";
import { Entry } from "#client/catalog/Entry.tsx";
import { DataPages } from "#client/shell/DataPages.tsx";
import { filterIndicators } from "#client/model/indicator_filter.ts";
import "./catalog.css";

export function CatalogPage({ catalog, view, params: { indicator } }: PageProps) {
  const words = useWords();
  const { t, text } = words;
  const c = t.catalog;
  const [typed, setTyped] = useState("");
  const [lens, setLens] = useState<string | null>(null);
  const [theme, setTheme] = useState<string | null>(null);
  const found = filterIndicators(catalog.indicators, { words: typed.trim(), lens, theme });
  const isUnknown = indicator !== undefined && !catalog.indicators.some(({ id }) => id === indicator);
  const title = t.documentTitle(c.title, text(catalog.title));

  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (indicator) document.getElementById(indicator)?.scrollIntoView({ block: "start" });
  }, [indicator]);

  return (
    <main id="room" className="data-page catalog-page">
      <DataPages open="catalog" />
      <div className="data-page-head catalog-head">
        <h1>{c.title}</h1>
        <p>
          <span>{text(catalog.title)}</span>
          <span>{t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? "")}</span>
        </p>
        <div className="tools">
          <button type="button" className="button" onClick={() => window.print()}>
            {c.print}
          </button>
        </div>
      </div>
      <search className="catalog-filter">
        <SearchField label={c.search} hint={c.searchHint} typed={typed} onType={setTyped} />
        <Choice
          label={t.lens}
          value={lens}
          options={catalog.lenses.map(({ id, label }) => [id, words.label(label)] as const)}
          onChoose={setLens}
        />
        <Choice
          label={c.theme}
          value={theme}
          options={THEME_IDS.map((id) => [id, words.label(INDICATOR_THEMES[id])] as const)}
          onChoose={setTheme}
        />
        <output>{c.count(found.length, catalog.indicators.length)}</output>
      </search>
      <div className="catalog-entries">
        {isUnknown && <p className="card catalog-note">{c.unknown(indicator)}</p>}
        {found.length === 0 && <p className="card catalog-note">{c.none}</p>}
        {catalog.lenses.map(({ id, label }) => {
          const list = found.filter((candidate) => candidate.lens === id);
          if (list.length === 0) return null;
          const ramp = LENS_RAMPS[list[0]!.lens][view.theme];
          return (
            <section key={id} style={Object.fromEntries(ramp.map((colour, step) => [`--c${step}`, colour]))}>
              <h2>
                {words.label(label)} <small>{list.length}</small>
              </h2>
              {list.map((entry) => (
                <Entry key={entry.id} indicator={entry} catalog={catalog} isTarget={entry.id === indicator} />
              ))}
            </section>
          );
        })}
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** Null for all. */
  readonly value: string | null;
  /** Ids with their names. */
  readonly options: readonly (readonly [string, string])[];
  onChoose(value: string | null): void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const { t } = useWords();
  return (
    <label className="select">
      <small>{label}</small>
      <select value={value ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{t.catalog.all}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}
