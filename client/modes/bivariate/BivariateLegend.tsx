// Legend of two indicators at once: a square of nine classes as a control, with its axes and corners in words.

import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import { MISSING_REASONS } from "#domain/missing";
import { BIVARIATE_COLOURS, bivariateClassAt, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import { comparePeriods } from "#domain/period";
import { UNITS } from "#domain/unit";
import type { UnitId } from "#domain/unit";
import { secondLensOf } from "#domain/lens";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { digitsApart, digitsExact } from "#client/legend/bounds.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { setHoveredClass } from "#client/model/class_pick.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { boundsOf, pickOfClass, tercilesOf } from "#client/model/bivariate_fill.ts";
import { BoundsChoice } from "./BivariateBounds.tsx";
import { BivariateSquare } from "./BivariateSquare.tsx";
import { isGiven, useBivariateName } from "./class_name.ts";
import { areSameColumns, bivariateAsked, useBivariateClasses, useChangeBivariate } from "./use_bivariate.ts";
import { useComingColumns } from "./coming_columns.ts";
import { WaitBlock, WaitNote, waitProps } from "#client/ui/Waiting.tsx";
import "./bivariate.css";

const digitsOf = (breaks: readonly number[], unit: UnitId): number =>
  digitsExact(breaks.map((value) => value * UNITS[unit].scale));

export function BivariateLegend() {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog } = here;
  const mode = useMode("bivariate");
  const classes = useBivariateClasses();
  const waited = useWait(classes);
  const asked = bivariateAsked(here)?.query;
  const wait = asked && !areSameColumns(classes.shown?.question.query, asked) ? waited : "ready";
  const what = useComingColumns();
  const nameOf = useBivariateName();
  const answer = classes.shown?.answer;
  const indicatorOf = (id: string | undefined) => catalog.indicators.find((known) => known.id === id);
  const need = indicatorOf(answer?.need.indicator);
  const other = indicatorOf(answer?.other.indicator);
  const level = catalog.levels.find(({ id }) => id === answer?.level);
  if (!mode || !answer || !need || !other || !level || wait === "overdue")
    return <WaitBlock wait={waited} what={what} height={220} />;

  const [columns, rows] = [tercilesOf(answer.other.axis), tercilesOf(answer.need.axis).reverse()];
  return (
    <section {...waitProps(wait, "legend-body bivariate-legend")} aria-label={t.legend}>
      <WaitNote wait={wait} what={what} />
      <BivariateScope {...{ answer, need, other, level }} />
      <div className="bivariate-body">
        <span className="bivariate-axis is-need" aria-hidden="true">
          {t.bivariate.axis(words.shortTitle(need), words.unit(need.unit))}
        </span>
        <AxisTicks className="is-need" side={answer.need} indicator={need} />
        <BivariateSquare answer={answer} rows={rows} columns={columns} level={level} />
        <Corners answer={answer} rows={rows} columns={columns} />
        <AxisTicks className="is-other" side={answer.other} indicator={other} />
        <span className="bivariate-axis is-other" aria-hidden="true">
          {t.bivariate.axis(words.shortTitle(other), words.unit(other.unit))}
        </span>
      </div>
      <BoundsChoices {...{ answer, need, other }} />
      <BivariateFoot answer={answer} />
      {mode.class !== null && (
        <output className="visually-hidden">
          {t.bivariate.cell(
            capitalise(nameOf(bivariateClassAt(mode.class))),
            words.areas(level, answer.counts[mode.class]!),
          )}
        </output>
      )}
    </section>
  );
}

interface SidesProps {
  readonly answer: PairsResponse;
  readonly need: CatalogIndicator;
  readonly other: CatalogIndicator;
}

/** Which two indicators, of which areas and when, and how they are classed. */
function BivariateScope({ answer, need, other, level }: SidesProps & { readonly level: CatalogLevel }) {
  const words = useWords();
  const { t } = words;
  const all = [...new Set([...answer.need.periods, ...answer.other.periods])].sort(comparePeriods);
  const sides = [answer.need, answer.other];
  const isFrozen = Math.max(answer.need.periods.length, answer.other.periods.length) > 1;
  return (
    <>
      <h2
        data-indicator={`${need.id} ${other.id}`}
        data-period={`${answer.need.period} ${answer.other.period}`}
        data-level={level.id}
      >
        {t.bivariate.title(words.label(need.label), words.text(other.label))}
      </h2>
      <p className="scope">
        {t.bivariate.scope({
          areas: words.areas(level, answer.areaCount),
          need: answer.need.period,
          other: answer.other.period,
          span: isFrozen ? `${all[0]}–${all[all.length - 1]}` : null,
          given: sides.some(({ axis }) => isGiven(axis) || axis.rule === "norm")
            ? sides.map(({ axis }, i) => ({ name: words.shortName([need, other][i]!), rule: axis.rule }))
            : null,
        })}
      </p>
    </>
  );
}

/** How each side is classed, to be changed. */
function BoundsChoices({ answer, need, other }: SidesProps) {
  const { t } = useWords();
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  if (!mode) return null;
  return (
    <div className="bivariate-choices">
      <BoundsChoice
        name={t.bivariate.axes.need}
        side={answer.need}
        indicator={need}
        bounds={mode.bounds}
        onChoose={(bounds) => changeMode({ bounds }, "replace")}
      />
      <BoundsChoice
        name={t.bivariate.axes[secondLensOf(other.lens)]}
        side={answer.other}
        indicator={other}
        bounds={mode.secondBounds}
        onChoose={(secondBounds) => changeMode({ secondBounds }, "replace")}
      />
    </div>
  );
}

interface AxisTicksProps {
  readonly className: string;
  readonly side: PairsResponse["need"];
  readonly indicator: CatalogIndicator;
}

/** The bounds along one side of the square. */
function AxisTicks({ className, side: { axis }, indicator: { unit } }: AxisTicksProps) {
  const words = useWords();
  const bounds = boundsOf(axis);
  const write = (bound: number, digits: number): string =>
    words.number(bound, unit, { bare: true, digits: bound === 0 ? 0 : digits });
  const digits = isGiven(axis) ? digitsOf(axis.breaks, unit) : digitsApart(bounds, write, UNITS[unit].digits);
  return (
    <div className={`bivariate-ticks ${className}`}>
      {bounds.map((bound, i) => (
        <span key={bound} style={{ ["--at" as string]: (i + 1) / (bounds.length + 1) }}>
          <Figure of={{ kind: "mode", mode: "bivariate", at: null }} isPassed>
            {write(bound, digits)}
          </Figure>
        </span>
      ))}
    </div>
  );
}

interface CornersProps {
  readonly answer: PairsResponse;
  readonly rows: readonly BivariateClass["need"][];
  readonly columns: readonly BivariateClass["other"][];
}

/** The four classes at the corners of the square, in words. */
function Corners({ answer, rows, columns }: CornersProps) {
  const { view } = useView();
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  const shortOf = useBivariateName(true);
  const colours = BIVARIATE_COLOURS[view.theme];
  const corners = [rows[0]!, rows.at(-1)!].flatMap((need) =>
    [columns.at(-1)!, columns[0]!].map((other): BivariateClass => ({ need, other })),
  );
  return (
    <ul className="bivariate-corners">
      {[...new Map(corners.map((corner) => [bivariateIndex(corner), corner])).values()].map((corner) => {
        const at = bivariateIndex(corner);
        return (
          <li key={at}>
            <button
              type="button"
              aria-pressed={mode?.class === at}
              onPointerEnter={() => setHoveredClass(pickOfClass(answer, at))}
              onPointerLeave={() => setHoveredClass(null)}
              onClick={() => changeMode({ class: mode?.class === at ? null : at })}
            >
              <Swatch colour={colours[at]!} />
              <span>{capitalise(shortOf(corner))}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What has no class, and how the bounds are kept. */
function BivariateFoot({ answer }: { readonly answer: PairsResponse }) {
  const words = useWords();
  const { t } = words;
  const { view, change } = useView();
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  const missing = MISSING_REASONS.filter((reason) => answer.missing[reason] > 0);
  const isAllGiven = [answer.need, answer.other].every(({ axis }) => isGiven(axis));
  return (
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
      {!isAllGiven && (
        <button
          type="button"
          className="link change"
          onClick={() => change({ scope: view.scope === "period" ? "periods" : "period" })}
        >
          {view.scope === "period" ? t.bivariate.freeze : t.bivariate.thaw}
        </button>
      )}
      {mode?.class != null && (
        <button type="button" className="link change" onClick={() => changeMode({ class: null })}>
          {t.bivariate.showAll}
        </button>
      )}
    </div>
  );
}
