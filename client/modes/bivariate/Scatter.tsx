// Need against what should meet it: one dot for each area; a rectangle drawn over dots marks their areas on the map.

import { useEffect, useMemo, useState } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import type { PairArea } from "#domain/contract/bivariate";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { setBrushed, useBrushed } from "#client/model/brush.ts";
import { useSize } from "#client/ui/use_size.ts";
import { AxisNames, ScatterAxes, axisName } from "./ScatterAxes.tsx";
import { Dots, NormLines, OutlierNames } from "./ScatterDots.tsx";
import { areSameColumns, useBivariateAreas, useBivariateClasses } from "./use_bivariate.ts";
import type { BivariateColumns } from "./use_bivariate.ts";
import { inOrder, placeScatter } from "./scatter.ts";
import type { BrushRect, Dot, ScatterPoint } from "./scatter.ts";
import { useScatterBrush } from "./use_scatter_brush.ts";
import type { ScatterBrush } from "./use_scatter_brush.ts";
import "./scatter.css";

const EDGES = { left: 56, right: 12, top: 26, bottom: 34 };

/** The areas with both values. */
const pointsOf = (areas: Iterable<PairArea>): ScatterPoint[] =>
  [...areas].flatMap(({ code, need, other, needRung, otherRung, people }) =>
    need.value === undefined || other.value === undefined
      ? []
      : [
          {
            code,
            need: need.value,
            other: other.value,
            people,
            at: bivariateIndex({ need: needRung, other: otherRung } as BivariateClass),
          },
        ],
  );

/** The scatter of the drawer; what is marked in it ends with it. */
export function Scatter() {
  useEffect(() => () => setBrushed([]), []);
  return <ScatterChart onOpen={null} />;
}

export interface ScatterChartProps {
  /** Called after an area was opened by its dot. */
  readonly onOpen: (() => void) | null;
}

/** The scatter in the size of what it stands in. */
export function ScatterChart({ onOpen }: ScatterChartProps) {
  const { state, columns, areaOf } = useBivariateAreas();
  const classes = useBivariateClasses().shown;
  const [element, setElement] = useState<HTMLElement | null>(null);
  const size = useSize(element);
  const isSame = areSameColumns(classes?.question.query, state.shown?.question.query);
  return (
    <div className="scatter" ref={setElement}>
      {columns && element && size.width > 0 && (
        <Plot
          {...{ columns, areaOf, element, size, onOpen }}
          classes={isSame ? (classes?.answer ?? null) : null}
        />
      )}
    </div>
  );
}

interface PlotProps extends ScatterChartProps {
  readonly columns: BivariateColumns;
  readonly areaOf: ReadonlyMap<string, PairArea>;
  readonly classes: Parameters<typeof ScatterAxes>[0]["classes"];
  readonly element: HTMLElement;
  /** Of the element, pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

function Plot({ columns, areaOf, classes, element, size, onOpen }: PlotProps) {
  const words = useWords();
  const t = words.t.panels;
  const { catalog, resolved, view } = useView();
  const hovered = useHoverCode();
  const brushed = useBrushed();
  const { need, second, level } = columns;
  const { width, height } = size;
  const box = useMemo(() => ({ ...EDGES, width, height }), [width, height]);
  const points = useMemo(() => pointsOf(areaOf.values()), [areaOf]);
  const geometry = useMemo(
    () => placeScatter(points, box, { need: need.norm?.value, other: second.norm?.value }),
    [points, box, need, second],
  );
  const { dots } = geometry;
  const brush = useScatterBrush({ dots, areaOf, columns, box, element, onOpen });
  const { rect, pick, onPointer } = brush;
  const marked = hovered ?? resolved.selected?.code ?? null;
  const dot = marked === null ? undefined : dots.find(({ code }) => code === marked);
  // What a loop on the map picked shows here, as what is brushed here shows on the map.
  const inSet = new Set(view.set);
  const shines = brushed.size > 0 ? brushed : dots.some(({ code }) => inSet.has(code)) ? inSet : null;
  const counted = peopleInNeedOf(need, catalog);
  const isSized = counted && dots.some(({ people }) => people !== undefined);
  const plot = {
    left: EDGES.left,
    top: EDGES.top,
    right: width - EDGES.right,
    bottom: height - EDGES.bottom,
  };
  const label = t.scatterOf(axisName(need, words), axisName(second, words), words.areas(level, dots.length));
  return (
    <>
      <DotSlider {...{ columns, areaOf, dots, brush, label }} marked={dot} />
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        {...onPointer}
        onPointerLeave={() => setHover(null)}
      >
        <ScatterAxes {...{ columns, geometry, plot, classes }} />
        <NormLines columns={columns} xOf={geometry.xOf} yOf={geometry.yOf} plot={plot} />
        <Dots dots={dots} shines={shines} />
        {dot && <circle cx={dot.x} cy={dot.y} r={dot.r + 3} className="marked" />}
        <OutlierNames dots={dots} areaOf={areaOf} plot={plot} />
        {rect && <Brush rect={rect} />}
        <AxisNames
          {...{ columns, plot, height }}
          sizedBy={isSized ? words.text(counted.measure.label) : null}
        />
      </svg>
      <p className="scatter-keys" aria-hidden="true">
        {t.scatterKeys}
      </p>
      <Brushed columns={columns} onPick={pick} />
    </>
  );
}

interface DotSliderProps extends Pick<PlotProps, "columns" | "areaOf"> {
  readonly dots: readonly Dot[];
  readonly brush: ScatterBrush;
  /** The dot of the area that is hovered or selected. */
  readonly marked: Dot | undefined;
  /** Of the picture. */
  readonly label: string;
}

/** Walks over the dots from left to right by keys, and reads each. */
function DotSlider({ columns: { need, second }, areaOf, dots, brush, marked, label }: DotSliderProps) {
  const words = useWords();
  const t = words.t.panels;
  const { at, goTo, onKeyDown } = brush;
  const sorted = useMemo(() => inOrder(dots, "x"), [dots]);
  const current = at && areaOf.get(at.code);
  const figure = (value: number | undefined, { unit }: CatalogIndicator): string =>
    value === undefined ? "" : words.number(value, unit);
  const valueText =
    current &&
    words.t.join([
      words.text(current.names),
      words.t.pair(words.title(need), figure(current.need.value, need)),
      words.t.pair(words.title(second), figure(current.other.value, second)),
    ]);
  return (
    <input
      type="range"
      className="visually-hidden"
      min={0}
      max={Math.max(0, dots.length - 1)}
      value={at ? sorted.indexOf(at) : 0}
      aria-label={t.scatterWalk(label)}
      aria-valuetext={valueText}
      onChange={({ target }) => goTo(sorted[Number(target.value)])}
      onKeyDown={onKeyDown}
      onFocus={() => goTo(at ?? marked ?? sorted[0])}
      onBlur={() => setHover(null)}
    />
  );
}

/** How many areas the rectangle holds, with the button that makes a set of them. */
function Brushed({ columns, onPick }: Pick<PlotProps, "columns"> & { onPick(): void }) {
  const words = useWords();
  const t = words.t.panels;
  const brushed = useBrushed();
  const text = brushed.size > 0 && t.brushed(words.areas(columns.level, brushed.size));
  return (
    <>
      <output className="visually-hidden">{text}</output>
      {text && (
        <div className="brushed">
          <span aria-hidden="true">{text}</span>
          <button type="button" className="link" onClick={onPick}>
            {t.pickBrushed}
          </button>
        </div>
      )}
    </>
  );
}

const Brush = ({ rect: { x0, y0, x1, y1 } }: { readonly rect: BrushRect }) => (
  <rect
    x={Math.min(x0, x1)}
    y={Math.min(y0, y1)}
    width={Math.abs(x1 - x0)}
    height={Math.abs(y1 - y0)}
    className="brush"
  />
);
