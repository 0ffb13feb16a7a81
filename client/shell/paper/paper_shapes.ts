// How large the map is on a page of A4 with margins of 12 mm, so that all of the page is one sheet.

import type { PaperShape } from "#client/map/draw_on_paper.ts";

export interface PaperShapes {
  readonly upright: PaperShape;
  readonly across: PaperShape;
}

const ONE: PaperShapes = { upright: { width: 92, height: 84 }, across: { width: 186, height: 104 } };
/** The square of two indicators needs more room than classes in a row. */
const TWO: PaperShapes = { upright: { width: 92, height: 56 }, across: { width: 186, height: 72 } };

/** Millimetres of the printed map, by whether its legend is a square. */
export const paperShapes = (hasSquareLegend: boolean): PaperShapes => (hasSquareLegend ? TWO : ONE);
