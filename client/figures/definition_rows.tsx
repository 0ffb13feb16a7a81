// The lines that every card of a figure has: numerator, denominator, formula, reading, sources, release.

import type { ReactNode } from "react";
import type { ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { Term } from "#domain/indicator";
import type { UnitId } from "#domain/unit";
import { PageLink } from "#client/ui/PageLink.tsx";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { useEntryAddress } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";
import { closeFigure } from "#client/model/figure_ref.ts";
import { termInWords } from "./terms.ts";

export interface LineProps {
  readonly name: string;
  /** Has the whole width under its name. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

export function Line({ name, isLong = false, children }: LineProps) {
  return (
    <div className={isLong ? "is-long" : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The formula in ids, which may break after an underscore. */
export function Formula({ indicator: { formula } }: { readonly indicator: CatalogIndicator }) {
  const { t } = useWords();
  return (
    <Line name={t.formula} isLong={formula.length > 60}>
      <code>{formula.replaceAll("_", "_\u200b")}</code>
    </Line>
  );
}

export interface SourceFile {
  readonly department: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly reportingDate: string | null;
}

/** The way to write a source: department, file, date. */
export function useSourceName(): (source: SourceFile) => string {
  const { t, text } = useWords();
  return ({ department, fileName, reportingDate }) =>
    t.join([text(department), fileName, ...(reportingDate ? [t.reported(reportingDate)] : [])]);
}

/** The way to write a whole number of what a term sums: in its measure's unit where that is one, else bare. */
export function useTermNumber(): (value: number, term: Term) => string {
  const words = useWords();
  const { measures } = useView().catalog;
  return (value, term) => {
    const weighed = Object.entries(term).map(([id, weight]): UnitId =>
      Math.abs(weight) === 1 ? (measures.find((measure) => measure.id === id)?.unit ?? "count") : "count",
    );
    const unit = new Set(weighed).size === 1 ? weighed[0]! : "count";
    return words.number(value, unit, { whole: true });
  };
}

export interface DefinitionProps {
  readonly indicator: CatalogIndicator;
  readonly sums: Pick<ProfileIndicator, "numerator" | "denominator">;
}

/** How the indicator is made, with the sums of this figure. */
export function Definition({ indicator, sums: { numerator, denominator } }: DefinitionProps) {
  const words = useWords();
  const { t, text } = words;
  const { measures } = useView().catalog;
  const write = useTermNumber();
  const side = (name: string, term: Term, total: number | null | undefined) => {
    const sum = termInWords(term, measures, words);
    return (
      <Line name={name} isLong={sum.length > 160}>
        {total != null && <b>{write(total, term)}</b>} <span>{total == null ? capitalise(sum) : sum}</span>
      </Line>
    );
  };
  const { norm } = indicator;
  return (
    <>
      {side(t.numerator, indicator.numerator, numerator)}
      {indicator.denominator && side(t.denominator, indicator.denominator, denominator)}
      <Formula indicator={indicator} />
      <Line name={t.panels.reading}>
        {t.join([
          t.panels.polarity[indicator.polarity],
          ...(norm
            ? [t.pair(t.panels.norm, `${words.number(norm.value, indicator.unit)}, ${text(norm.label)}`)]
            : []),
        ])}
      </Line>
    </>
  );
}

/** Which files it was read from, in which release, and where the definition stands. */
export function Origin({ indicator }: { readonly indicator: CatalogIndicator }) {
  const { t } = useWords();
  const { catalog } = useView();
  const sourceName = useSourceName();
  return (
    <>
      <Line name={t.sources}>
        {indicator.sources.length === 0 && t.noSource}
        {indicator.sources.map((source) => (
          <span key={source.fileName} className="source">
            {sourceName(source)}
          </span>
        ))}
      </Line>
      <Line name={t.release}>
        {t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? "")}{" "}
        <PageLink className="to-definition" to={useEntryAddress(indicator.id)} onFollow={closeFigure}>
          {t.figure.definition}
        </PageLink>
      </Line>
    </>
  );
}
