// The space of a chart.

/** A drawing of `width` × `height` pixels, and what is left free at its four sides. */
export interface ChartBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
