// Circles and marks on the map, and what a name is: areas with centres → GeoJSON and their layers.

import type { FeatureCollection, Point } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { MapColours } from "#client/ui/theme_colours.ts";

export interface Label {
  readonly code: string;
  readonly name: string;
  /** Written under the name, such as "+0.005"; "" for none. */
  readonly figure: string;
  /** [lon, lat] */
  readonly centre: readonly [number, number];
  /** Smaller ones win a place first. */
  readonly order: number;
  /** Names outside the open area are paler. */
  readonly isOutside: boolean;
  /** Distance from the centre, in ems: names stand beside circles, and on areas that are filled. */
  readonly offset: number;
  /** The zoom from which there is room for it. */
  readonly zoomFrom: number;
}

export interface Circle {
  readonly code: string;
  readonly name: string;
  readonly centre: readonly [number, number];
  readonly radiusPx: number;
}

export function pointsOf<T extends { readonly centre: readonly [number, number] }>(
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

export const markPoints = (
  marks: readonly { readonly code: string; readonly centre: readonly [number, number] }[],
): FeatureCollection<Point> => pointsOf(marks);

/** Largest first, so that small circles lie on top and stay in reach. */
export const circlePoints = (circles: readonly Circle[]): FeatureCollection<Point> =>
  pointsOf([...circles].sort((a, b) => b.radiusPx - a.radiusPx));

/** The first names no font: MapLibre reads the weight of the others from it. */
export const STRONG = "Inter Variable Semi Bold";
/** Drawn by MapLibre from the fonts at hand: a style without `glyphs` asks no server for them. */
export const FONTS = [
  "Inter Variable",
  "PingFang SC",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "WenQuanYi Micro Hei",
  "sans-serif",
];

export const circleLayer = (tokens: MapColours, colour: string): LayerSpecification => ({
  id: "circles",
  type: "circle",
  source: "circles",
  paint: {
    "circle-radius": ["get", "radiusPx"],
    "circle-color": colour,
    "circle-opacity": 0.72,
    "circle-stroke-color": tokens.edge,
    "circle-stroke-width": 1,
  },
});

/** A ring around the circle under the pointer. */
export const hoveredCircleLayer = (tokens: MapColours): LayerSpecification => ({
  id: "hovered-circle",
  type: "circle",
  source: "hovered-circle",
  paint: {
    "circle-radius": ["get", "radiusPx"],
    "circle-opacity": 0,
    "circle-stroke-color": tokens.ink,
    "circle-stroke-width": 2,
  },
});

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
