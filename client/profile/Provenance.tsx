// Where a number comes from: formula, numerator and denominator, source, date, coverage, disagreement, release.

import { useState } from "react";
import type { ReactNode } from "react";
import type { ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { formatTerm, measuresOf } from "#domain/indicators";
import type { Term } from "#domain/indicators";
import { Popover } from "../chrome/Popover.tsx";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import { AddUp } from "./AddUp.tsx";
import { termInWords } from "./terms.ts";

export interface ProvenanceProps {
  /** Of the profile that is shown. */
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
  readonly children: ReactNode;
  readonly align?: "left" | "right";
}

export function Provenance({ entry, indicator, children, align = "left" }: ProvenanceProps) {
  const words = useWords();
  const { t, text } = words;
  const { catalog, profile: resource } = useScreen();
  const [isAdding, setAdding] = useState(false);
  const profile = resource.last;
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
  const needs = measuresOf(indicator);
  const canAddUp =
    indicator.rollUp !== "from_records" && profile?.area.childLevel != null && entry.numerator !== undefined;
  const claims = profile?.contested.filter(({ measure }) => needs.includes(measure)) ?? [];
  return (
    <Popover buttonClass="figure" className="provenance" title={t.provenance} label={children} align={align}>
      <div data-autofocus tabIndex={-1}>
        <h3>{words.title(indicator)}</h3>
        {profile && <p>{t.join([text(profile.area.names), profile.period])}</p>}
        {indicator.description && <p>{text(indicator.description)}</p>}
        {profile && canAddUp && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t.panels.addUp}
          </button>
        )}
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
            <dt>{t.panels.reading}</dt>
            <dd>
              {t.join([
                t.panels.polarity[indicator.polarity],
                ...(indicator.norm
                  ? [
                      t.pair(
                        t.panels.norm,
                        `${words.number(indicator.norm.value, indicator.unit)}, ${text(indicator.norm.label)}`,
                      ),
                    ]
                  : []),
              ])}
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
          {claims.length > 0 && (
            <div className="contested">
              <dt>{t.panels.contested}</dt>
              <dd>
                {claims.map((claim) => (
                  <span key={`${claim.measure} ${claim.fileName}`} className="source">
                    <b>{text(catalog.measures.find(({ id }) => id === claim.measure)?.label ?? {})}</b>{" "}
                    {t.panels.contestedClaim({
                      department: t.join([
                        text(claim.department),
                        claim.fileName,
                        ...(claim.reportingDate ? [t.reported(claim.reportingDate)] : []),
                      ]),
                      stated: whole(claim.stated),
                      used: whole(claim.used),
                      areas: words.areas(lowest, claim.areas),
                    })}
                  </span>
                ))}
              </dd>
            </div>
          )}
          <div>
            <dt>{t.release}</dt>
            <dd>{t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? "")}</dd>
          </div>
        </dl>
        {isAdding && profile && canAddUp && entry.numerator !== undefined && (
          <AddUp
            area={profile.area}
            indicator={indicator}
            period={profile.period}
            stated={{ numerator: entry.numerator, denominator: entry.denominator ?? null }}
            onClose={() => setAdding(false)}
          />
        )}
      </div>
    </Popover>
  );
}
