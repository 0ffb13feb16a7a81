// Names and circles on the map: areas with centres → GeoJSON and their layers.

import type { FeatureCollection, Point } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { MapColours } from "#client/ui/theme_colours.ts";

export interface Label {
  readonly code: string;
  readonly name: string;
  /** [lon, lat] */
  readonly centre: readonly [number, number];
  /** Smaller ones win a place first. */
  readonly order: number;
  /** Names outside the open area are paler. */
  readonly isOutside: boolean;
  /** Distance from the centre, in ems: names stand beside circles, and on areas that are filled. */
  readonly offset: number;
}

export interface Circle {
  readonly code: string;
  readonly name: string;
  readonly centre: readonly [number, number];
  readonly radiusPx: number;
}

function points<T extends { readonly centre: readonly [number, number] }>(
  entries: readonly T[],
): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: entries.map(({ centre, ...properties }) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [...centre] },
    })),
  };
}

export const labelPoints = (labels: readonly Label[]): FeatureCollection<Point> => points(labels);

export const markPoints = (
  marks: readonly { readonly code: string; readonly centre: readonly [number, number] }[],
): FeatureCollection<Point> => points(marks);

/** Largest first, so that small circles lie on top and stay in reach. */
export const circlePoints = (circles: readonly Circle[]): FeatureCollection<Point> =>
  points([...circles].sort((a, b) => b.radiusPx - a.radiusPx));

/** Drawn by MapLibre from the fonts at hand: a style without `glyphs` asks no server for them. */
const FONTS = [
  "Inter Variable",
  "PingFang SC",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "WenQuanYi Micro Hei",
  "sans-serif",
];

export function labelLayer(tokens: MapColours, isCount: boolean): LayerSpecification {
  return {
    id: "labels",
    type: "symbol",
    source: "labels",
    layout: {
      "text-field": ["get", "name"],
      "text-font": FONTS,
      "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11, 12, 13],
      "text-max-width": 6,
      "text-padding": 6,
      "symbol-sort-key": ["get", "order"],
      "text-variable-anchor": isCount ? ["top", "bottom"] : ["center"],
      "text-radial-offset": ["get", "offset"],
    },
    paint: {
      // One colour for all can change with the next frame; one by property would have to be laid out anew.
      "text-color": tokens.ink,
      "text-opacity": ["case", ["get", "isOutside"], 0.74, 1],
      "text-halo-color": tokens.paper,
      "text-halo-width": 1.6,
      "text-halo-blur": 0.4,
    },
  };
}

export function circleLayer(tokens: MapColours, colour: string): LayerSpecification {
  return {
    id: "circles",
    type: "circle",
    source: "circles",
    paint: {
      "circle-radius": ["get", "radiusPx"],
      "circle-color": colour,
      "circle-opacity": 0.72,
      "circle-stroke-color": [
        "case",
        ["boolean", ["feature-state", "isHovered"], false],
        tokens.ink,
        tokens.edge,
      ],
      "circle-stroke-width": ["case", ["boolean", ["feature-state", "isHovered"], false], 2, 1],
    },
  };
}

/** Marks on areas that a chart points out: a ring with a dot, on any fill. */
export function markLayer(tokens: MapColours): LayerSpecification {
  return {
    id: "marks",
    type: "circle",
    source: "marks",
    paint: {
      "circle-radius": 4,
      "circle-color": tokens.ink,
      "circle-stroke-color": tokens.paper,
      "circle-stroke-width": 2,
    },
  };
}
