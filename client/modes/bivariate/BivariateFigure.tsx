// Where the bounds and counts of the nine classes of two indicators come from.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import { MISSING_REASONS } from "#domain/missing";
import { bivariateClassAt } from "#domain/bivariate";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { DialogHead } from "#client/ui/Dialog.tsx";
import { useWords } from "#client/i18n/words.ts";
import { boundsOf } from "#client/model/bivariate_fill.ts";
import { useBivariateName } from "./class_name.ts";
import { useView } from "#client/data/view_context.ts";
import { areSameColumns, useBivariateClasses, useBivariateList } from "./use_bivariate.ts";
import { Formula, Line, Origin } from "#client/figures/definition_rows.tsx";

export function BivariateFigure({ at }: { readonly at: number | null }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const classes = useBivariateClasses().shown;
  const list = useBivariateList().shown;
  const nameOf = useBivariateName();
  const answer = classes?.answer;
  const find = (id: string | undefined) => catalog.indicators.find((entry) => entry.id === id);
  const [need, other] = [find(answer?.need.indicator), find(answer?.other.indicator)];
  const level = catalog.levels.find(({ id }) => id === answer?.level);
  if (!answer || !need || !other || !level) return null;
  const listed = areSameColumns(list?.question.query, classes?.question.query) ? list?.answer : undefined;
  const counted = peopleInNeedOf(need, catalog);
  const without = MISSING_REASONS.reduce((sum, reason) => sum + answer.missing[reason], 0);
  return (
    <>
      <DialogHead>
        <h3>{t.bivariate.title(words.label(need.label), text(other.label))}</h3>
        <p>{words.areas(level, answer.areaCount)}</p>
      </DialogHead>
      {at !== null && (
        <p className="worth">
          <b>{words.areas(level, answer.counts[at]!)}</b> {nameOf(bivariateClassAt(at))}
        </p>
      )}
      <p>{t.figure.bivariateHow}</p>
      <dl>
        <Axis side={answer.need} indicator={need} />
        <Axis side={answer.other} indicator={other} />
        {counted && listed?.people !== undefined && (
          <Line name={words.label(counted.measure.label)}>
            <b>{words.number(listed.people, counted.measure.unit, { whole: true })}</b>{" "}
            <span>{t.figure.peopleInAll(words.areas(level, listed.total))}</span>
          </Line>
        )}
        {without > 0 && <Line name={t.figure.without}>{words.areas(level, without)}</Line>}
      </dl>
      {[need, other, ...(counted && counted.indicator.id !== need.id ? [counted.indicator] : [])].map(
        (indicator) => (
          <dl key={indicator.id} aria-label={words.label(indicator.label)}>
            <Line name={t.indicator}>
              <b>{words.title(indicator)}</b>
            </Line>
            <Formula indicator={indicator} />
            <Origin indicator={indicator} />
          </dl>
        ),
      )}
    </>
  );
}

interface AxisProps {
  readonly side: PairsResponse["need"];
  readonly indicator: CatalogIndicator;
}

/** How one axis is parted, and where. */
function Axis({ side: { axis, period }, indicator }: AxisProps) {
  const words = useWords();
  const { t } = words;
  const write = (bound: number): string => words.number(bound, indicator.unit);
  const bounds = boundsOf(axis).map(write);
  const limits = (axis.rule === "policy" && indicator.policyBreaks) || [];
  return (
    <Line name={t.join([words.title(indicator), period])} isLong>
      {bounds.length > 0 && <b>{t.join(bounds)}</b>}{" "}
      <span>
        {t.figure.axisHow[axis.rule]}
        {limits.length > bounds.length && ` ${t.figure.policyLimits(t.join(limits.map(write)))}`}
      </span>
    </Line>
  );
}
