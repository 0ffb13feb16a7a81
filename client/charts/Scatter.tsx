// Need against what should meet it: one dot for each area; a rectangle drawn over dots marks their areas on the map.

import { useEffect, useMemo, useRef, useState } from "react";
import type { PointerEvent } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { PAIR_COLOURS, pairIndex } from "#domain/pair";
import type { PairClass } from "#domain/pair";
import { setHover, useHoverCode } from "../hover.ts";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import { withAll } from "../selection/edit.ts";
import { getBrushed, setBrushed, useBrushed } from "./brush.ts";
import { dotAt, dotsIn, placeScatter } from "./scatter.ts";
import type { Rectangle, ScatterPoint } from "./scatter.ts";
import "./scatter.css";

const EDGES = { left: 56, right: 12, top: 26, bottom: 34 };
/** A shorter way is a press, not a brush. */
const BRUSH_FROM_PX = 4;
const REACH_PX = 10;

export function Scatter() {
  const words = useWords();
  const t = words.t.panels;
  const { pair, pairAreaOf, scene, view, openArea, change } = useScreen();
  const hovered = useHoverCode();
  const brushed = useBrushed();
  const root = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 600, height: 180 });
  const [brush, setBrush] = useState<Rectangle | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      setBrushed([]);
    };
  }, []);
  const points = useMemo(
    () =>
      [...pairAreaOf.values()].flatMap(({ code, need, other, needRung, otherRung }): ScatterPoint[] =>
        need.value === undefined || other.value === undefined
          ? []
          : [
              {
                code,
                need: need.value,
                other: other.value,
                at: pairIndex({ need: needRung, other: otherRung } as PairClass),
              },
            ],
      ),
    [pairAreaOf],
  );
  const { dots, xTicks, yTicks, xOf, yOf } = useMemo(
    () => placeScatter(points, { ...EDGES, ...size }),
    [points, size],
  );
  const { indicator, pair: shown } = scene;
  if (!indicator || !shown) return null;

  const place = (event: PointerEvent<SVGElement>): [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const onDown = (event: PointerEvent<SVGElement>): void => {
    const [x, y] = place(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setBrush({ x0: x, y0: y, x1: x, y1: y });
  };
  const onMove = (event: PointerEvent<SVGElement>): void => {
    const [x, y] = place(event);
    if (brush && event.buttons > 0) {
      const next = { ...brush, x1: x, y1: y };
      setBrush(next);
      setBrushed(isPress(next) ? [] : dotsIn(dots, next).map(({ code }) => code));
      return;
    }
    const dot = dotAt(dots, x, y, REACH_PX);
    const area = dot && pairAreaOf.get(dot.code);
    setHover(
      area ? { code: area.code, name: words.text(area.names), from: "table", point: null, box: null } : null,
    );
  };
  const onUp = (event: PointerEvent<SVGElement>): void => {
    if (!brush || !isPress(brush)) return;
    const dot = dotAt(dots, ...place(event), REACH_PX);
    setBrush(null);
    if (dot && getBrushed().size === 0) openArea(dot.code);
    setBrushed([]);
  };
  const name = ({ label, symbol, unit }: CatalogIndicator): string =>
    words.text(label) +
    (symbol ? ` ${symbol}` : "") +
    (words.unit(unit) ? words.t.unitSuffix(words.unit(unit)) : "");
  const tick = (value: number, { unit }: CatalogIndicator): string =>
    words
      .number(value, unit, { bare: true, ...(unit === "index" ? { digits: 2 } : {}) })
      .replace(/\.0(?=\D|$)/, "");
  const marked = hovered ?? scene.selected?.code ?? null;
  const dot = marked === null ? undefined : dots.find(({ code }) => code === marked);
  const axes = pair.last;
  const picked = brushed.size;
  return (
    <div className="scatter" ref={root}>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={t.scatterOf(name(indicator), name(shown.other), words.areas(scene.level, dots.length))}
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
            {tick(value, shown.other)}
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
        {PAIR_COLOURS[view.theme].map((colour, at) => {
          const own = dots.filter((one) => one.at === at);
          const draw = (isIn: boolean): string =>
            own
              .filter(({ code }) => picked === 0 || brushed.has(code) === isIn)
              .map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`)
              .join("");
          return (
            <g key={colour} stroke={colour} className="dots">
              {picked > 0 && <path d={draw(false)} className="is-out" />}
              <path d={draw(true)} className="rim" />
              <path d={draw(true)} />
            </g>
          );
        })}
        {dot && <circle cx={dot.x} cy={dot.y} r={6.5} className="marked" />}
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
          {`${name(shown.other)} →`}
        </text>
        <text x={4} y={14} className="is-start is-name">
          {`↑ ${name(indicator)}`}
        </text>
      </svg>
      <output className="visually-hidden">{picked > 0 && t.brushed(words.areas(scene.level, picked))}</output>
      {picked > 0 && (
        <div className="brushed">
          <span aria-hidden="true">{t.brushed(words.areas(scene.level, picked))}</span>
          <button
            type="button"
            className="link"
            onClick={() => {
              change({ set: withAll(null, [...brushed]) });
              setBrush(null);
              setBrushed([]);
            }}
          >
            {t.pickBrushed}
          </button>
        </div>
      )}
    </div>
  );
}

const isPress = ({ x0, y0, x1, y1 }: Rectangle): boolean => Math.hypot(x1 - x0, y1 - y0) < BRUSH_FROM_PX;
