// Legend of two indicators at once: a square of nine classes as a control, with its axes and corners in words.

import { useRef } from "react";
import type { KeyboardEvent } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import { MISSING_REASONS } from "#domain/missing";
import { PAIR_COLOURS, pairClassAt, pairIndex } from "#domain/bivariate";
import type { PairClass } from "#domain/bivariate";
import { comparePeriods } from "#domain/period";
import { UNITS } from "#domain/unit";
import type { UnitId } from "#domain/unit";
import { luminance } from "#domain/colour";
import { useWords } from "#client/i18n/words.ts";
import { digitsExact } from "#client/legend/bounds.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { setHoveredClass } from "#client/model/class_pick.ts";
import { boundsOf, pickOfClass, tercilesOf } from "#client/model/bivariate_fill.ts";
import { BoundsChoice } from "./BivariateBounds.tsx";
import { isGiven, useBivariateName } from "./class_name.ts";
import { areSameColumns, bivariateAsked, useBivariateClasses, useChangeBivariate } from "./use_bivariate.ts";
import { useComingColumns } from "./coming_columns.ts";
import { WaitBlock, WaitNote, waitProps } from "#client/ui/Waiting.tsx";
import "./bivariate.css";

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const digitsOf = (breaks: readonly number[], unit: UnitId): number =>
  digitsExact(breaks.map((value) => value * UNITS[unit].scale));

export function BivariateLegend() {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog, view, change } = here;
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  const classes = useBivariateClasses();
  const waited = useWait(classes);
  const asked = bivariateAsked(here)?.query;
  const wait = asked && !areSameColumns(classes.shown?.question.query, asked) ? waited : "ready";
  const what = useComingColumns();
  const nameOf = useBivariateName();
  const shortOf = useBivariateName(true);
  const square = useRef<HTMLFieldSetElement>(null);
  const answer = classes.shown?.answer;
  const indicatorOf = (id: string | undefined) => catalog.indicators.find((known) => known.id === id);
  const need = indicatorOf(answer?.need.indicator);
  const other = indicatorOf(answer?.other.indicator);
  const level = catalog.levels.find(({ id }) => id === answer?.level);
  if (!mode || !answer || !need || !other || !level || wait === "overdue")
    return <WaitBlock wait={waited} what={what} height={220} />;

  const colours = PAIR_COLOURS[view.theme];
  const choose = (at: number): void => changeMode({ class: mode.class === at ? null : at });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEPS[event.key];
    const [row, column] = (event.target as HTMLElement).dataset["cell"]?.split(",").map(Number) ?? [];
    if (!step || row === undefined || column === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    square.current?.querySelector<HTMLElement>(`[data-cell="${row + step[0]},${column + step[1]}"]`)?.focus();
  };
  const [columns, rows] = [tercilesOf(answer.other.axis), tercilesOf(answer.need.axis).reverse()];
  const corners = [rows[0]!, rows[rows.length - 1]!].flatMap((n) =>
    [columns[columns.length - 1]!, columns[0]!].map((o): PairClass => ({ need: n, other: o })),
  );
  const entry = mode.class ?? pairIndex(corners[0]!);
  const cell = (one: PairClass, row: number, column: number) => {
    const at = pairIndex(one);
    const count = words.number(answer.counts[at]!, "count", { whole: true });
    return (
      <button
        key={at}
        type="button"
        className="bivariate-cell"
        data-cell={`${row},${column}`}
        data-class={at}
        tabIndex={at === entry ? 0 : -1}
        aria-pressed={mode.class === at}
        aria-label={t.nine.cell(nameOf(one), words.areas(level, answer.counts[at]!))}
        title={nameOf(one)}
        style={{ background: colours[at], color: luminance(colours[at]!) > 0.18 ? "#000" : "#fff" }}
        onPointerEnter={() => setHoveredClass(pickOfClass(answer, at))}
        onPointerLeave={() => setHoveredClass(null)}
        onFocus={() => setHoveredClass(pickOfClass(answer, at))}
        onBlur={() => setHoveredClass(null)}
        onClick={() => choose(at)}
        onKeyDown={(event) => {
          onKeyDown(event);
          openFigureOnKey(event, { kind: "mode", mode: "bivariate", at });
        }}
      >
        {count}
      </button>
    );
  };
  const ticks = ({ axis }: PairsResponse["need"], { unit }: CatalogIndicator) =>
    boundsOf(axis).map((bound, i, bounds) => (
      <span key={bound} style={{ ["--at" as string]: (i + 1) / (bounds.length + 1) }}>
        <Figure of={{ kind: "mode", mode: "bivariate", at: null }} isPassed>
          {words.number(bound, unit, {
            bare: true,
            ...(bound === 0 ? { digits: 0 } : isGiven(axis) ? { digits: digitsOf(axis.breaks, unit) } : {}),
          })}
        </Figure>
      </span>
    ));
  const all = [...new Set([...answer.need.periods, ...answer.other.periods])].sort(comparePeriods);
  const sides = [answer.need, answer.other];
  const nameOfAxis = ({ symbol, label }: CatalogIndicator): string => symbol ?? words.text(label);
  const isFrozen = Math.max(answer.need.periods.length, answer.other.periods.length) > 1;
  const missing = MISSING_REASONS.filter((reason) => answer.missing[reason] > 0);
  return (
    <section {...waitProps(wait, "legend-body bivariate-legend")} aria-label={t.legend}>
      <WaitNote wait={wait} what={what} />
      <h2
        data-indicator={`${need.id} ${other.id}`}
        data-period={`${answer.need.period} ${answer.other.period}`}
        data-level={level.id}
      >
        {t.nine.title(words.text(need.label), words.text(other.label))}
      </h2>
      <p className="scope">
        {t.nine.scope({
          areas: words.areas(level, answer.areaCount),
          need: answer.need.period,
          other: answer.other.period,
          span: isFrozen ? `${all[0]}–${all[all.length - 1]}` : null,
          given: sides.some(({ axis }) => isGiven(axis))
            ? sides.map(({ axis }, i) => ({ name: nameOfAxis([need, other][i]!), rule: axis.rule }))
            : null,
        })}
      </p>
      <div className="bivariate-body">
        <span className="bivariate-axis is-need" aria-hidden="true">
          {t.nine.axis(need.symbol ?? words.text(need.label), words.unit(need.unit))}
        </span>
        <div className="bivariate-ticks is-need">{ticks(answer.need, need)}</div>
        <fieldset
          ref={square}
          className="bivariate-square"
          style={{ ["--rows" as string]: rows.length, ["--columns" as string]: columns.length }}
          aria-label={t.nine.square}
        >
          {rows.flatMap((n, row) => columns.map((o, column) => cell({ need: n, other: o }, row, column)))}
        </fieldset>
        <ul className="bivariate-corners">
          {[...new Map(corners.map((one) => [pairIndex(one), one])).values()].map((one) => {
            const at = pairIndex(one);
            return (
              <li key={at}>
                <button
                  type="button"
                  aria-pressed={mode.class === at}
                  onPointerEnter={() => setHoveredClass(pickOfClass(answer, at))}
                  onPointerLeave={() => setHoveredClass(null)}
                  onClick={() => choose(at)}
                >
                  <Swatch colour={colours[at]!} />
                  <span>{shortOf(one)}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <div className="bivariate-ticks is-other">{ticks(answer.other, other)}</div>
        <span className="bivariate-axis is-other" aria-hidden="true">
          {t.nine.axis(other.symbol ?? words.text(other.label), words.unit(other.unit))}
        </span>
      </div>
      <div className="bivariate-choices">
        <BoundsChoice
          name={t.nine.axes.need}
          side={answer.need}
          indicator={need}
          bounds={mode.bounds}
          onChoose={(bounds) => changeMode({ bounds }, "replace")}
        />
        <BoundsChoice
          name={t.nine.axes[other.lens === "supply" ? "supply" : "help"]}
          side={answer.other}
          indicator={other}
          bounds={mode.secondBounds}
          onChoose={(secondBounds) => changeMode({ secondBounds }, "replace")}
        />
      </div>
      <div className="legend-foot">
        {missing.map((reason) => (
          <span key={reason} className="missing">
            <Swatch reason={reason} />
            {words.missing(reason)}{" "}
            <Figure of={{ kind: "mode", mode: "bivariate", at: null }} isPassed>
              {words.number(answer.missing[reason], "count")}
            </Figure>
          </span>
        ))}
        {!sides.every(({ axis }) => isGiven(axis)) && (
          <button
            type="button"
            className="link change"
            onClick={() => change({ scope: view.scope === "period" ? "periods" : "period" })}
          >
            {view.scope === "period" ? t.nine.freeze : t.nine.thaw}
          </button>
        )}
        {mode.class !== null && (
          <button type="button" className="link change" onClick={() => changeMode({ class: null })}>
            {t.nine.showAll}
          </button>
        )}
      </div>
      {mode.class !== null && (
        <output className="visually-hidden">
          {t.nine.cell(nameOf(pairClassAt(mode.class)), words.areas(level, answer.counts[mode.class]!))}
        </output>
      )}
    </section>
  );
}
