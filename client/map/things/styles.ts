// How roads and facilities are drawn: the layers that MapLibre takes. Pure.

import type { ExpressionSpecification, LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { FACILITY_KINDS, type FacilityKind } from "#domain/facilities";
import { ROAD_CLASSES, ROAD_CLASS_ROWS, type RoadClass } from "#domain/road";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { SHAPE_PX } from "./symbols.ts";

export const ROADS = "thing-roads";
export const FACILITIES = "thing-facilities";
export const CATCHMENT = "thing-catchment";

/** Width of a road and of the light casing under it, in CSS px, where it is large. */
const WIDTHS: Readonly<Record<RoadClass, { readonly px: number; readonly casing: number }>> = {
  national: { px: 1.5, casing: 3.1 },
  provincial: { px: 1.3, casing: 2.8 },
  county: { px: 1.1, casing: 2.4 },
  township: { px: 0.8, casing: 1.7 },
  village_road: { px: 0.6, casing: 0 },
  footpath: { px: 0.5, casing: 0 },
  ferry: { px: 0.9, casing: 0 },
};
const DASHES: Readonly<Partial<Record<RoadClass, number[]>>> = {
  village_road: [6, 2],
  footpath: [1.5, 3],
  ferry: [4, 3],
};
/** Zooms over which a class fades in. */
const FADE = 0.8;
/** A facility with so many places has the largest symbol of its kind. */
const LARGEST = 600;

export interface RoadColours {
  readonly line: string;
  readonly casing: string;
}

const byZoom = (...stops: readonly number[]): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  ...stops,
];

/** The layers of the roads, bottom to top: casings of all classes, then the lines, the main roads last. */
export function roadLayers({ line, casing }: RoadColours): LineLayerSpecification[] {
  const classes = [...ROAD_CLASSES].reverse();
  const layer = (id: RoadClass, part: "casing" | "line", px: number): LineLayerSpecification => {
    const { minZoom } = ROAD_CLASS_ROWS[id];
    const dash = part === "line" ? DASHES[id] : undefined;
    return {
      id: `${ROADS}-${part}-${id}`,
      type: "line",
      source: ROADS,
      "source-layer": "roads",
      minzoom: minZoom,
      filter: ["==", ["get", "class"], id],
      layout: { "line-join": "round", "line-cap": dash ? "butt" : "round" },
      paint: {
        "line-color": part === "casing" ? casing : line,
        "line-width": byZoom(minZoom, px * 0.7, minZoom + 3, px, 16, px * 2.2),
        "line-opacity": byZoom(minZoom, 0, minZoom + FADE, part === "casing" ? 0.55 : 0.85),
        ...(dash ? { "line-dasharray": dash } : {}),
      },
    };
  };
  return [
    ...classes.flatMap((id) => (WIDTHS[id].casing > 0 ? [layer(id, "casing", WIDTHS[id].casing)] : [])),
    ...classes.map((id) => layer(id, "line", WIDTHS[id].px)),
  ];
}

export const pictureName = (kind: string, isOverfull: boolean): string =>
  `thing-${kind}${isOverfull ? "-overfull" : ""}`;

/** Share of the picture's own size: by the root of the capacity, larger as the map comes closer. */
function iconSize({ capacity, symbol }: FacilityKind): ExpressionSpecification {
  const [least, most] = symbol.sizePx.map((px) => px / SHAPE_PX) as [number, number];
  const size = (factor: number): ExpressionSpecification | number =>
    capacity === null
      ? least * factor
      : [
          "interpolate",
          ["linear"],
          ["sqrt", ["max", 0, ["get", "capacity"]]],
          0,
          least * factor,
          Math.sqrt(LARGEST),
          most * factor,
        ];
  return [
    "interpolate",
    ["linear"],
    ["zoom"],
    symbol.minZoom,
    size(0.75),
    symbol.minZoom + 2,
    size(1),
    14,
    size(1.5),
  ] as ExpressionSpecification;
}

/** The layers of the facilities, bottom to top; each kind is a layer, so that each has its own sizes and zooms. */
export function facilityLayers(): LayerSpecification[] {
  return [...FACILITY_KINDS].reverse().map((kind) => ({
    id: `${FACILITIES}-${kind.id}`,
    type: "symbol",
    source: FACILITIES,
    "source-layer": "facilities",
    minzoom: kind.symbol.minZoom,
    filter: ["==", ["get", "kind"], kind.id],
    layout: {
      "icon-image": [
        "case",
        ["==", ["get", "overfull"], 1],
        pictureName(kind.id, true),
        pictureName(kind.id, false),
      ],
      "icon-size": iconSize(kind),
      // A school is never hidden by a name; what every village has gives way.
      "icon-allow-overlap": kind.capacity !== null,
      "icon-ignore-placement": true,
    },
    paint: {
      "icon-opacity": byZoom(kind.symbol.minZoom, 0, kind.symbol.minZoom + FADE / 2, 1),
    },
  }));
}

/** Lines from the villages to the facility that serves them, with a dot at each village. */
export const catchmentLayers = ({ ink, paper }: MapColours, colour: string): LayerSpecification[] => [
  {
    id: `${CATCHMENT}-casing`,
    type: "line",
    source: CATCHMENT,
    filter: ["==", ["geometry-type"], "LineString"],
    paint: { "line-color": paper, "line-width": 3.4, "line-opacity": 0.9 },
  },
  {
    id: `${CATCHMENT}-line`,
    type: "line",
    source: CATCHMENT,
    filter: ["==", ["geometry-type"], "LineString"],
    paint: { "line-color": colour, "line-width": 1.5 },
  },
  {
    id: `${CATCHMENT}-dot`,
    type: "circle",
    source: CATCHMENT,
    filter: ["all", ["==", ["geometry-type"], "Point"], ["!", ["has", "isFacility"]]],
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 0, 2, 20, 7],
      "circle-color": colour,
      "circle-stroke-color": paper,
      "circle-stroke-width": 1.2,
    },
  },
  {
    id: `${CATCHMENT}-ring`,
    type: "circle",
    source: CATCHMENT,
    filter: ["has", "isFacility"],
    paint: {
      "circle-radius": 12,
      "circle-opacity": 0,
      "circle-color": ink,
      "circle-stroke-color": colour,
      "circle-stroke-width": 2.5,
    },
  },
];
