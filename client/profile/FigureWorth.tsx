// A figure of an area as the quotient or the difference that it is.

import type { ProfileIndicator } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { isAboveWhole } from "#domain/indicator";
import { useView } from "#client/data/view_context.ts";
import { shareOf } from "#client/figures/coverage.ts";
import { useTermNumber } from "#client/figures/definition_rows.tsx";
import { useWords } from "#client/i18n/words.ts";
import { partCompared } from "#client/model/change.ts";

export interface FigureWorthProps {
  readonly entry: ProfileIndicator;
  readonly indicator: CatalogIndicator;
  readonly period: string;
  readonly since: string | null;
}

export function FigureWorth({ entry, indicator, period, since }: FigureWorthProps) {
  const words = useWords();
  const { t } = words;
  const write = useTermNumber();
  const { value, denominator, missing } = entry;
  const number = (of: number): string => words.number(of, indicator.unit);
  const quotient = (of: Pick<ProfileIndicator, "numerator" | "denominator">): string =>
    of.numerator === undefined || of.denominator == null
      ? ""
      : `${write(of.numerator, indicator.numerator)} / ${write(of.denominator, indicator.denominator ?? {})}`;
  const before = entry.trend.find((point) => point.period === since);
  const part = since === null ? null : partCompared(entry, since);
  const { catalog } = useView();
  const lowest = words.plural(catalog.levels.at(-1)!);
  if (part && part.by === undefined) return <p className="worth">{t.notCommon(lowest)}</p>;
  if (part && since !== null)
    return (
      <>
        <p className="worth">
          <b>{words.difference(part.by!, indicator.unit)}</b>{" "}
          {t.changeOfPart(shareOf(part.coverage, words.number), lowest)}
        </p>
        <p>{t.panels.changeHow}</p>
      </>
    );
  if (value === undefined || (since !== null && before?.value === undefined))
    return <p className="worth">{missing ? words.missing(missing) : t.panels.noValue}</p>;
  if (since !== null && before?.value !== undefined)
    return (
      <>
        <p className="worth">
          <b>{words.difference(value - before.value, indicator.unit)}</b> ={" "}
          {t.figure.later(number(value), period)} − {t.figure.later(number(before.value), since)}
        </p>
        {denominator != null && (
          <p>{t.join([t.pair(period, quotient(entry)), t.pair(since, quotient(before))])}</p>
        )}
        <p>{t.panels.changeHow}</p>
      </>
    );
  return (
    <p className="worth">
      <b>{number(value)}</b>
      {denominator != null && ` = ${quotient(entry)}`}
      {isAboveWhole(indicator, value) && <span className="above-whole"> {t.aboveWhole}</span>}
    </p>
  );
}
