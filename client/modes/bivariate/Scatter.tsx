// Need against what should meet it: one dot for each area; a rectangle drawn over dots marks their areas on the map.

import { useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { openFigure } from "#client/model/figure_ref.ts";
import { putIn } from "#client/model/basket.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { getBrushed, setBrushed, useBrushed } from "#client/model/brush.ts";
import { Dots, NormLines, OutlierNames } from "./ScatterDots.tsx";
import { areSameColumns, useBivariateAreas, useBivariateClasses } from "./use_bivariate.ts";
import { dotAt, dotTowards, dotsIn, inOrder, placeScatter, stretched } from "./scatter.ts";
import type { Dot, BrushRect, ScatterPoint } from "./scatter.ts";
import "./scatter.css";

const EDGES = { left: 56, right: 12, top: 26, bottom: 34 };
/** A shorter way is a press, not a brush. */
const BRUSH_FROM_PX = 4;
const REACH_PX = 10;
/** By how much a press of Shift and an arrow key stretches the rectangle. */
const STRETCH_PX = 16;

export function Scatter() {
  const words = useWords();
  const t = words.t.panels;
  const { catalog, resolved, view, change } = useView();
  const openArea = useOpen();
  const { state, columns, areaOf } = useBivariateAreas();
  const classes = useBivariateClasses().shown;
  const hovered = useHoverCode();
  const brushed = useBrushed();
  const root = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [brush, setBrush] = useState<BrushRect | null>(null);
  /** Code of the dot that the arrow keys are at. */
  const [cursor, setCursor] = useState<string | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
      // The rectangle belongs to the old places of the dots; what it marked stays marked.
      setBrush(null);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      setBrushed([]);
    };
  }, []);
  const points = useMemo(
    () =>
      [...areaOf.values()].flatMap(({ code, need, other, needRung, otherRung, people }): ScatterPoint[] =>
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
      ),
    [areaOf],
  );
  const { dots, xTicks, yTicks, xOf, yOf } = useMemo(
    () =>
      placeScatter(
        points,
        { ...EDGES, ...size },
        { need: columns?.need.norm?.value, other: columns?.second.norm?.value },
      ),
    [points, size, columns],
  );
  const sorted = useMemo(() => inOrder(dots, "x"), [dots]);
  if (!columns || size.width === 0) return <div className="scatter" ref={root} />;
  const { need: indicator, second, level } = columns;

  const place = (event: PointerEvent<SVGElement>): [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const point = (dot: Dot | null | undefined): void => {
    const area = dot && areaOf.get(dot.code);
    setHover(
      area ? { code: area.code, name: words.text(area.names), from: "table", point: null, box: null } : null,
    );
  };
  const draw = (next: BrushRect | null): void => {
    setBrush(next);
    setBrushed(next && !isPress(next) ? dotsIn(dots, next).map(({ code }) => code) : []);
  };
  const onDown = (event: PointerEvent<SVGElement>): void => {
    const [x, y] = place(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setBrush({ x0: x, y0: y, x1: x, y1: y });
  };
  const onMove = (event: PointerEvent<SVGElement>): void => {
    const [x, y] = place(event);
    if (brush && event.buttons > 0) {
      draw({ ...brush, x1: x, y1: y });
      return;
    }
    const dot = dotAt(dots, x, y, REACH_PX);
    point(dot);
  };
  const pick = (): void => {
    change(putIn(view, [...getBrushed()]));
    draw(null);
  };
  const at = dots.find(({ code }) => code === cursor);
  const goTo = (dot: Dot | undefined): void => {
    if (!dot) return;
    setCursor(dot.code);
    point(dot);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, shiftKey } = event;
    const box = { ...EDGES, ...size };
    const stretch =
      shiftKey && at && stretched(brush ?? { x0: at.x, y0: at.y, x1: at.x, y1: at.y }, key, STRETCH_PX, box);
    const next = shiftKey ? undefined : dotTowards(dots, at, key);
    if (stretch) draw(stretch);
    else if (next) {
      draw(null);
      goTo(next);
    } else if (key === "Escape" && brush) draw(null);
    else if (key === "Enter" && getBrushed().size > 0) pick();
    else if (key === "Enter" && at) openArea(at.code);
    else if (key === "i" && at) {
      const { left, top } = root.current!.getBoundingClientRect();
      const anchor = { left: left + at.x, right: left + at.x, top: top + at.y, bottom: top + at.y };
      openFigure(
        {
          kind: "area",
          code: at.code,
          shown: [
            { indicator: indicator.id, period: columns.period },
            { indicator: second.id, period: columns.secondPeriod },
          ],
        },
        anchor,
      );
    } else if (!key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onUp = (event: PointerEvent<SVGElement>): void => {
    if (!brush) return;
    const [x, y] = place(event);
    // Moves since the last render are not in `brush` yet.
    const drawn = { ...brush, x1: x, y1: y };
    if (!isPress(drawn)) {
      draw(drawn);
      return;
    }
    const dot = dotAt(dots, x, y, REACH_PX);
    setBrush(null);
    if (dot && getBrushed().size === 0) openArea(dot.code);
    setBrushed([]);
  };
  const name = ({ label, symbol, unit }: CatalogIndicator): string =>
    words.label(label) +
    (symbol ? ` ${symbol}` : "") +
    (words.unit(unit) ? words.t.unitSuffix(words.unit(unit)) : "");
  const tick = (value: number, { unit }: CatalogIndicator): string =>
    words
      .number(value, unit, { bare: true, ...(unit === "index" ? { digits: 2 } : {}) })
      .replace(/\.0(?=\D|$)/, "");
  const marked = hovered ?? resolved.selected?.code ?? null;
  const dot = marked === null ? undefined : dots.find(({ code }) => code === marked);
  const axes = areSameColumns(classes?.question.query, state.shown?.question.query) ? classes?.answer : null;
  const picked = brushed.size;
  // What a loop on the map picked shows here, as what is brushed here shows on the map.
  const inSet = new Set(view.set);
  const shines = picked > 0 ? brushed : dots.some(({ code }) => inSet.has(code)) ? inSet : null;
  const counted = peopleInNeedOf(indicator, catalog);
  const plot = {
    left: EDGES.left,
    top: EDGES.top,
    right: size.width - EDGES.right,
    bottom: size.height - EDGES.bottom,
  };
  const label = t.scatterOf(name(indicator), name(second), words.areas(level, dots.length));
  const current = at && areaOf.get(at.code);
  const figure = (value: number | undefined, { unit }: CatalogIndicator): string =>
    value === undefined ? "" : words.number(value, unit);
  const valueText =
    current &&
    words.t.join([
      words.text(current.names),
      words.t.pair(words.title(indicator), figure(current.need.value, indicator)),
      words.t.pair(words.title(second), figure(current.other.value, second)),
    ]);
  return (
    <div className="scatter" ref={root}>
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
        onFocus={() => goTo(at ?? dot ?? sorted[0])}
        onBlur={() => setHover(null)}
      />
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={label}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerLeave={() => setHover(null)}
      >
        {yTicks.map(({ value, at }) => (
          <g key={value}>
            <path d={`M${EDGES.left} ${at}H${size.width - EDGES.right}`} className="grid" />
            <text x={EDGES.left - 6} y={at + 3.5} className="is-end">
              {tick(value, indicator)}
            </text>
          </g>
        ))}
        {xTicks.map(({ value, at }) => (
          <text key={value} x={at} y={size.height - EDGES.bottom + 14}>
            {tick(value, second)}
          </text>
        ))}
        {axes?.need.axis.breaks.map((value) => (
          <path
            key={value}
            d={`M${EDGES.left} ${yOf(value)}H${size.width - EDGES.right}`}
            className="bound"
          />
        ))}
        {axes?.other.axis.breaks.map((value) => (
          <path
            key={value}
            d={`M${xOf(value)} ${EDGES.top}V${size.height - EDGES.bottom}`}
            className="bound"
          />
        ))}
        <NormLines columns={columns} {...{ xOf, yOf }} plot={plot} />
        <Dots dots={dots} shines={shines} />
        {dot && <circle cx={dot.x} cy={dot.y} r={dot.r + 3} className="marked" />}
        <OutlierNames dots={dots} areaOf={areaOf} plot={plot} />
        {brush && !isPress(brush) && (
          <rect
            x={Math.min(brush.x0, brush.x1)}
            y={Math.min(brush.y0, brush.y1)}
            width={Math.abs(brush.x1 - brush.x0)}
            height={Math.abs(brush.y1 - brush.y0)}
            className="brush"
          />
        )}
        <text x={size.width - EDGES.right} y={size.height - 4} className="is-end is-name">
          {`${name(second)} →`}
        </text>
        <text x={4} y={14} className="is-start is-name">
          {`↑ ${name(indicator)}`}
        </text>
        {counted && dots.some(({ people }) => people !== undefined) && (
          <text x={plot.right} y={14} className="is-end">
            {t.scatterSize(words.text(counted.measure.label))}
          </text>
        )}
      </svg>
      <p className="scatter-keys" aria-hidden="true">
        {t.scatterKeys}
      </p>
      <output className="visually-hidden">{picked > 0 && t.brushed(words.areas(level, picked))}</output>
      {picked > 0 && (
        <div className="brushed">
          <span aria-hidden="true">{t.brushed(words.areas(level, picked))}</span>
          <button type="button" className="link" onClick={pick}>
            {t.pickBrushed}
          </button>
        </div>
      )}
    </div>
  );
}

const isPress = ({ x0, y0, x1, y1 }: BrushRect): boolean => Math.hypot(x1 - x0, y1 - y0) < BRUSH_FROM_PX;
