// The rectangle over the scatter and the dot that the keys are at: drawn with the pointer, or from dot to dot with the keyboard.

import { useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { PairArea } from "#domain/contract/bivariate";
import type { ChartBox } from "#client/charts/box.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { putIn } from "#client/model/basket.ts";
import { getBrushed, setBrushed } from "#client/model/brush.ts";
import { openFigure } from "#client/model/figure_ref.ts";
import { setHover } from "#client/model/hover.ts";
import { dotAt, dotTowards, dotsIn, stretched } from "./scatter.ts";
import type { BrushRect, Dot } from "./scatter.ts";
import type { BivariateColumns } from "./use_bivariate.ts";

/** A shorter way is a press, not a brush. */
const BRUSH_FROM_PX = 4;
const REACH_PX = 10;
/** By how much a press of Shift and an arrow key stretches the rectangle. */
const STRETCH_PX = 16;

const isPress = ({ x0, y0, x1, y1 }: BrushRect): boolean => Math.hypot(x1 - x0, y1 - y0) < BRUSH_FROM_PX;

const placeOf = (event: PointerEvent<SVGElement>): [x: number, y: number] => {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
};

export interface ScatterBrushProps {
  readonly dots: readonly Dot[];
  readonly areaOf: ReadonlyMap<string, PairArea>;
  /** Null until the values are there. */
  readonly columns: BivariateColumns | null;
  /** The same object as long as the plot keeps its size. */
  readonly box: ChartBox;
  /** What the plot stands in. */
  readonly element: HTMLElement | null;
  /** Called after an area was opened. */
  readonly onOpen: (() => void) | null;
}

export interface ScatterBrush {
  /** Null where none is drawn. */
  readonly rect: BrushRect | null;
  /** The dot that the keys are at. */
  readonly at: Dot | undefined;
  goTo(dot: Dot | undefined): void;
  /** Puts the areas of the marked dots into the basket. */
  pick(): void;
  onKeyDown(event: KeyboardEvent): void;
  readonly onPointer: {
    onPointerDown(event: PointerEvent<SVGElement>): void;
    onPointerMove(event: PointerEvent<SVGElement>): void;
    onPointerUp(event: PointerEvent<SVGElement>): void;
  };
}

/** The rectangle over the dots; drawing it marks those inside. */
function useRect(dots: readonly Dot[], box: ChartBox) {
  // The rectangle belongs to the places of the dots in its box; what it marked stays marked when these change.
  const [drawn, setDrawn] = useState<{ readonly rect: BrushRect; readonly box: ChartBox } | null>(null);
  const setBrush = (rect: BrushRect | null): void => setDrawn(rect && { rect, box });
  return {
    brush: drawn?.box === box ? drawn.rect : null,
    setBrush,
    draw(next: BrushRect | null): void {
      setBrush(next);
      setBrushed(next && !isPress(next) ? dotsIn(dots, next).map(({ code }) => code) : []);
    },
  };
}

type Rect = ReturnType<typeof useRect>;

/** A drag draws the rectangle, a press opens the area of a dot or takes the marks away. */
function onPointerOf(
  dots: readonly Dot[],
  { brush, setBrush, draw }: Rect,
  { point, open }: { point(dot: Dot | null): void; open(code: string): void },
): ScatterBrush["onPointer"] {
  return {
    onPointerDown(event) {
      const [x, y] = placeOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      setBrush({ x0: x, y0: y, x1: x, y1: y });
    },
    onPointerMove(event) {
      const [x, y] = placeOf(event);
      if (brush && event.buttons > 0) draw({ ...brush, x1: x, y1: y });
      else point(dotAt(dots, x, y, REACH_PX));
    },
    onPointerUp(event) {
      if (!brush) return;
      const [x, y] = placeOf(event);
      // Moves since the last render are not in `brush` yet.
      const last = { ...brush, x1: x, y1: y };
      if (!isPress(last)) {
        draw(last);
        return;
      }
      const dot = dotAt(dots, x, y, REACH_PX);
      setBrush(null);
      if (dot && getBrushed().size === 0) open(dot.code);
      setBrushed([]);
    },
  };
}

/** Opens the card that says where both values of a dot come from, beside it. */
function openDot(dot: Dot, columns: BivariateColumns | null, element: HTMLElement | null): void {
  if (!columns || !element) return;
  const { left, top } = element.getBoundingClientRect();
  const [x, y] = [left + dot.x, top + dot.y];
  const shown = [
    { indicator: columns.need.id, period: columns.period },
    { indicator: columns.second.id, period: columns.secondPeriod },
  ];
  openFigure({ kind: "area", code: dot.code, shown }, { left: x, right: x, top: y, bottom: y });
}

/** The rectangle and the dot of the keys; what is marked is in `#client/model/brush.ts`. */
export function useScatterBrush({
  dots,
  areaOf,
  columns,
  box,
  element,
  onOpen,
}: ScatterBrushProps): ScatterBrush {
  const words = useWords();
  const { view, change } = useView();
  const goInto = useOpen();
  const openArea = (code: string): void => {
    goInto(code);
    onOpen?.();
  };
  const rect = useRect(dots, box);
  const { brush, draw } = rect;
  const [cursor, setCursor] = useState<string | null>(null);
  const at = dots.find(({ code }) => code === cursor);

  const point = (dot: Dot | null): void => {
    const area = dot && areaOf.get(dot.code);
    setHover(
      area ? { code: area.code, name: words.text(area.names), from: "table", point: null, box: null } : null,
    );
  };
  const goTo = (dot: Dot | undefined): void => {
    if (!dot) return;
    setCursor(dot.code);
    point(dot);
  };
  const pick = (): void => {
    change(putIn(view, [...getBrushed()]));
    draw(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, shiftKey } = event;
    const from = brush ?? (at && { x0: at.x, y0: at.y, x1: at.x, y1: at.y });
    const stretch = shiftKey && at && from && stretched(from, key, STRETCH_PX, box);
    const next = shiftKey ? undefined : dotTowards(dots, at, key);
    if (stretch) draw(stretch);
    else if (next) {
      draw(null);
      goTo(next);
    } else if (key === "Escape" && brush) draw(null);
    else if (key === "Enter" && getBrushed().size > 0) pick();
    else if (key === "Enter" && at) openArea(at.code);
    else if (key === "i" && at) openDot(at, columns, element);
    else if (!key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    rect: brush && !isPress(brush) ? brush : null,
    at,
    goTo,
    pick,
    onKeyDown,
    onPointer: onPointerOf(dots, rect, { point, open: openArea }),
  };
}
