// The mark of a place: a shape and a hue of its own.

export const SHAPES = ["circle", "square", "diamond", "triangle"] as const;

const PATHS = {
  circle: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  square: "M-4.5-4.5h9v9h-9Z",
  diamond: "M0-6 6 0 0 6-6 0Z",
  triangle: "M0-5.500 5.800 4.500h-11.600Z",
} as const satisfies Record<(typeof SHAPES)[number], string>;

/** The shape of the place at `at`, around the origin. */
export const MarkerShape = ({ at }: { readonly at: number }) => (
  <path className={`place-${at}`} d={PATHS[SHAPES[at]!]} />
);

export const Marker = ({ at }: { readonly at: number }) => (
  <svg className="place-marker" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
    <MarkerShape at={at} />
  </svg>
);
