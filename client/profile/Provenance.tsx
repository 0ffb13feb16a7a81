// Where a number comes from: formula, numerator and denominator, source, date, coverage, release.

import type { ReactNode } from "react";
import type { ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { formatTerm } from "#domain/indicators";
import type { Term } from "#domain/indicators";
import { Popover } from "../chrome/Popover.tsx";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import { termInWords } from "./terms.ts";

export interface ProvenanceProps {
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
  readonly children: ReactNode;
  readonly align?: "left" | "right";
}

export function Provenance({ entry, indicator, children, align = "left" }: ProvenanceProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useScreen();
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const side = (title: string, term: Term, total: number | null | undefined) => (
    <div>
      <dt>{title}</dt>
      <dd>
        {total != null && <b>{whole(total)}</b>} <span>{termInWords(term, catalog.measures, words)}</span>
      </dd>
    </div>
  );
  return (
    <Popover buttonClass="figure" className="provenance" title={t.provenance} label={children} align={align}>
      <div data-autofocus tabIndex={-1}>
        <h3>{words.title(indicator)}</h3>
        {indicator.description && <p>{text(indicator.description)}</p>}
        <dl>
          {side(t.numerator, indicator.numerator, entry.numerator)}
          {indicator.denominator && side(t.denominator, indicator.denominator, entry.denominator)}
          <div>
            <dt>{t.formula}</dt>
            <dd>
              <code>{indicator.formula || formatTerm(indicator.numerator)}</code>
            </dd>
          </div>
          <div>
            <dt>{t.coverage}</dt>
            <dd>
              {t.coverageOf(words.number(entry.coverage, "share", { digits: 0 }), words.plural(lowest))}
            </dd>
          </div>
          <div>
            <dt>{t.sources}</dt>
            <dd>
              {indicator.sources.length === 0 && t.noSource}
              {indicator.sources.map(({ department, fileName, reportingDate }) => (
                <span key={fileName} className="source">
                  {t.join([
                    text(department),
                    fileName,
                    ...(reportingDate ? [t.reported(reportingDate)] : []),
                  ])}
                </span>
              ))}
            </dd>
          </div>
          <div>
            <dt>{t.release}</dt>
            <dd>{t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? "")}</dd>
          </div>
        </dl>
      </div>
    </Popover>
  );
}
