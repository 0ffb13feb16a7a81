// The marks of a chart as buttons over the drawing: each can be asked where its number comes from. Together they are one stop of Tab.

import type { KeyboardEvent, ReactNode } from "react";
import { openFigure } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import type { ChartBox } from "./box.ts";
import { useRoving } from "./use_roving.ts";
import type { RovingPlace } from "./use_roving.ts";
import "./marks.css";

/** A mark, and the rectangle of the drawing that is pressed for it. */
export interface ChartMark extends RovingPlace {
  /** What it says, with its number. */
  readonly label: string;
  readonly of: FigureRef;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MarksProps {
  readonly box: Pick<ChartBox, "width" | "height">;
  readonly marks: readonly ChartMark[];
  /** Key of the mark at which Tab stops first. */
  readonly start?: string | undefined;
  /** Called when the pointer or the focus comes to a mark, and with null when it goes. */
  onOver?(mark: ChartMark | null): void;
  /** The drawing, as wide as its place. */
  readonly children: ReactNode;
}

const part = (length: number, whole: number): string => `${((length / whole) * 100).toFixed(3)}%`;

export function Marks({ box, marks, start, onOver, children }: MarksProps) {
  const roving = useRoving(marks, start);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, { of }: ChartMark): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "i") openFigure(of, event.currentTarget.getBoundingClientRect());
    if (["i", "Enter", " "].includes(event.key)) event.stopPropagation();
  };
  return (
    <div className="marked">
      {children}
      <div className="marks">
        {marks.map((mark, at) => {
          const { onFocus, onKeyDown: onRovingKey, ...attributes } = roving(at);
          return (
            <button
              key={mark.key}
              {...attributes}
              type="button"
              aria-haspopup="dialog"
              aria-label={mark.label}
              style={{
                left: part(mark.x, box.width),
                top: part(mark.y, box.height),
                width: part(mark.width, box.width),
                height: part(mark.height, box.height),
              }}
              onKeyDown={(event) => {
                onRovingKey(event);
                onKeyDown(event, mark);
              }}
              onFocus={() => {
                onFocus();
                onOver?.(mark);
              }}
              onBlur={() => onOver?.(null)}
              onPointerEnter={() => onOver?.(mark)}
              onPointerLeave={() => onOver?.(null)}
              onClick={(event) => openFigure(mark.of, event.currentTarget.getBoundingClientRect())}
            />
          );
        })}
      </div>
    </div>
  );
}
