// Names of areas and points of layers, as one list that MapLibre places: a name beside the seat of its area, else in its middle.

import type { FeatureCollection, Point } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { luminance } from "#domain/colour";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ContextPoint } from "./context/context_layers.ts";
import { signName } from "./context/signs.ts";
import { FONTS, STRONG, pointsOf } from "./labels.ts";
import type { Label } from "./labels.ts";

export interface NamedPoint {
  /** That of the area; of a point without a name its place. */
  readonly code: string;
  readonly name: string;
  /** Under the name; "" for none. */
  readonly figure: string;
  readonly centre: readonly [number, number];
  readonly order: number;
  readonly isOutside: boolean;
  readonly offset: number;
  readonly zoomFrom: number;
  /** Name of the picture; "" for none. */
  readonly sign: string;
}

/** Names come before points without one. */
const AFTER_NAMES = 100_000;

const placeKey = ([lon, lat]: readonly [number, number]): string => `${lon.toFixed(4)} ${lat.toFixed(4)}`;

/** The names, each at the seat of its area where a layer shows that, and all points that no name stands at. */
export function namedPoints(labels: readonly Label[], points: readonly ContextPoint[]): NamedPoint[] {
  const seats = new Map(points.flatMap((point) => (point.area === null ? [] : [[point.area, point]])));
  const taken = new Set<string>();
  const named = labels.map((label): NamedPoint => {
    const seat = seats.get(label.code);
    if (!seat) return { ...label, sign: "" };
    taken.add(placeKey(seat.place));
    return { ...label, centre: seat.place, sign: signName(seat.look) };
  });
  const bare = points.flatMap(({ place, look, class: id, zoomFrom }, at): NamedPoint[] => {
    const key = placeKey(place);
    if (taken.has(key)) return [];
    taken.add(key);
    const code = `${id} ${key}`;
    const order = AFTER_NAMES + at;
    const sign = signName(look);
    return [
      { code, name: "", figure: "", centre: place, order, isOutside: false, offset: 0, zoomFrom, sign },
    ];
  });
  return [...named, ...bare];
}

/** Points with the colours of their names, as the source takes them. */
export const namesData = (points: readonly (NamedPoint & NameColours)[]): FeatureCollection<Point> =>
  pointsOf(points);

/** Ems from the middle of a sign to the name beside it. */
const BESIDE = 0.62;
const DIAGONAL = BESIDE * 0.75;
/** Six places around a sign, the best first. */
const AROUND = [
  ["left", [BESIDE, 0]],
  ["right", [-BESIDE, 0]],
  ["bottom", [0, -BESIDE]],
  ["top", [0, BESIDE]],
  ["bottom-left", [DIAGONAL, -DIAGONAL]],
  ["top-left", [DIAGONAL, DIAGONAL]],
].flat();
/** In the middle of an area, else a little off it. */
const WITHIN = [
  ["center", [0, 0]],
  ["bottom", [0, -0.2]],
  ["top", [0, 0.2]],
  ["left", [-0.6, 0]],
  ["right", [0.6, 0]],
].flat();

/** Size of a figure beside that of the name over it. */
const FIGURE_SCALE = 0.92;
/** The name, and its figure in a line of its own. */
const NAME_AND_FIGURE: ExpressionSpecification = [
  "case",
  ["==", ["get", "figure"], ""],
  ["get", "name"],
  [
    "format",
    ["get", "name"],
    {},
    "\n",
    {},
    ["get", "figure"],
    { "font-scale": FIGURE_SCALE, "text-font": ["literal", FONTS] },
  ],
];

/** The layer of names, their type `scale` times as large as on a desk. */
export function namesLayer(isCount: boolean, scale: number): LayerSpecification {
  return {
    id: "labels",
    type: "symbol",
    source: "labels",
    filter: ["<=", ["get", "zoomFrom"], ["zoom"]],
    layout: {
      "text-field": NAME_AND_FIGURE,
      "text-font": ["case", ["get", "isOutside"], ["literal", FONTS], ["literal", [STRONG, ...FONTS]]],
      "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11.5 * scale, 12, 13.5 * scale],
      "text-letter-spacing": ["case", ["get", "isOutside"], 0.15, 0],
      "text-max-width": 6,
      "text-padding": 3,
      "text-optional": true,
      "icon-image": ["get", "sign"],
      "icon-padding": 1,
      "symbol-sort-key": ["get", "order"],
      ...(isCount
        ? { "text-variable-anchor": ["top", "bottom"], "text-radial-offset": ["get", "offset"] }
        : {
            "text-variable-anchor-offset": [
              "case",
              ["==", ["get", "sign"], ""],
              ["literal", WITHIN],
              ["literal", AROUND],
            ],
          }),
    },
    paint: {
      "text-color": ["to-color", ["get", "ink"]],
      "text-opacity": ["case", ["get", "isOutside"], 0.62, 1],
      "text-halo-color": ["to-color", ["get", "halo"]],
      "text-halo-width": 1.3,
      "text-halo-blur": 0.3,
    },
  } as LayerSpecification;
}

export interface NameColours {
  readonly ink: string;
  readonly halo: string;
}

/** On fills darker than the first white letters are read in the light theme, on brighter ones than the second dark ones in the dark theme. */
const DARK_FILL = 0.24;
const BRIGHT_FILL = 0.34;
const WHITE = "#ffffff";
const BLACK = "#12171c";
const HALO_OPACITY = 0.8;

const withOpacity = (hex: string, opacity: number): string =>
  `${hex}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0")}`;

/** The colours of a name on a fill (#rrggbb); those of the theme where the fill is not known. */
export function nameColours(fill: string | null, { ink, paper }: MapColours): NameColours {
  if (fill === null || !/^#[0-9a-f]{6}$/i.test(fill)) return { ink, halo: paper };
  const [light, inkIsDark] = [luminance(fill), luminance(ink) < 0.5];
  const isTurned = inkIsDark ? light < DARK_FILL : light > BRIGHT_FILL;
  return { ink: isTurned ? (inkIsDark ? WHITE : BLACK) : ink, halo: withOpacity(fill, HALO_OPACITY) };
}
