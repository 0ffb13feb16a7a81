// One indicator of the catalogue.

import { useState } from "react";
import type { ReactNode } from "react";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import type { Term } from "#domain/indicator";
import { INDICATOR_THEMES } from "#domain/theme";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { entryAddress, mapAddress } from "#client/model/location.ts";
import { termInWords } from "#client/figures/terms.ts";
import { publicPart } from "./public_part.ts";
import { History } from "./History.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import "./entry.css";

export interface EntryProps {
  readonly indicator: CatalogIndicator;
  readonly catalog: Catalog;
  /** Whether the address names it: its history is then open. */
  readonly isTarget: boolean;
}

/** What is stated of an indicator: names with their contents, undefined where there is none. */
function useEntryRows(
  indicator: CatalogIndicator,
  catalog: Catalog,
): readonly (readonly [string, ReactNode])[] {
  const words = useWords();
  const { t, text } = words;
  const c = t.catalog;
  const whole = catalog.indicators.find(({ id }) => id === indicator.partOf);
  const number = (value: number): string => words.number(value, indicator.unit);
  const term = (value: Term) => (
    <>
      {termInWords(value, catalog.measures, words)} <code>{Object.keys(value).join(", ")}</code>
    </>
  );
  return [
    [t.formula, <code key="formula">{indicator.formula}</code>],
    [t.numerator, term(indicator.numerator)],
    [t.denominator, indicator.denominator ? term(indicator.denominator) : c.noDenominator],
    [c.unit, words.unit(indicator.unit) || c.bareNumber],
    [c.polarity, t.panels.polarity[indicator.polarity]],
    [c.rollUp, c.rollUps[indicator.rollUp ?? (indicator.denominator ? "ratio_of_sums" : "sum")]],
    [
      c.partOf,
      whole && (
        <PageLink key="whole" to={entryAddress(whole.id)}>
          {words.title(whole)}
        </PageLink>
      ),
    ],
    [c.department, indicator.department ? text(indicator.department) : c.notStated],
    [c.disclosure, indicator.disclosure ? c.disclosures[indicator.disclosure] : c.notStated],
    [t.publicEdition.seen, publicPart(indicator, catalog, words)],
    [
      t.panels.norm,
      indicator.norm ? t.join([number(indicator.norm.value), text(indicator.norm.label)]) : c.noNorm,
    ],
    [c.policyBreaks, indicator.policyBreaks ? indicator.policyBreaks.map(number).join(" · ") : c.noBreaks],
    [c.periods, indicator.periods.join(" · ")],
    [
      t.sources,
      indicator.sources.length === 0
        ? t.noSource
        : indicator.sources.map(({ department, fileName, reportingDate }) => (
            <span key={fileName} className="source">
              {t.join([text(department), fileName, ...(reportingDate ? [t.reported(reportingDate)] : [])])}
            </span>
          )),
    ],
  ];
}

export function Entry({ indicator, catalog, isTarget }: EntryProps) {
  const words = useWords();
  const { t, text } = words;
  const c = t.catalog;
  const [isOpen, setOpen] = useState(isTarget);
  const other = words.otherText(indicator.label);
  const rows = useEntryRows(indicator, catalog);
  return (
    <article id={indicator.id} className={isTarget ? "card entry is-target" : "card entry"}>
      <header>
        <h3>
          <PageLink to={entryAddress(indicator.id)}>{words.title(indicator)}</PageLink>
          {other && <small>{capitalise(other)}</small>}
        </h3>
        <p className="entry-tags">
          {indicator.theme && <span>{words.label(INDICATOR_THEMES[indicator.theme])}</span>}
          <code>{indicator.id}</code>
          <a href={mapAddress({ lens: indicator.lens, indicator: indicator.id })}>{c.onTheMap}</a>
        </p>
      </header>
      {indicator.description && <p className="entry-what">{text(indicator.description)}</p>}
      <dl>
        {rows
          .filter(([, content]) => content !== undefined)
          .map(([name, content]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{content}</dd>
            </div>
          ))}
      </dl>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{c.history}</summary>
        {isOpen && <History indicator={indicator} catalog={catalog} />}
      </details>
    </article>
  );
}
