// Outlines that do not depend on values: county lines, the territory, the open area and the veil over all else.

import type { FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { Catalog } from "#domain/contract/catalog";
import type { MapColours } from "./colours.ts";

/** What of a level the tiles need. */
export interface TileLevel {
  readonly release: number;
  /** Version of the boundaries: releases that share it share the geometry. */
  readonly boundary: number;
  readonly id: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** From this zoom on its areas are large enough for a line around each. */
  readonly legibleZoom: number;
}

/** Gives what the tiles of a level need, null for no level. */
export function tileLevelOf(catalog: Catalog, id: string | undefined): TileLevel | null {
  const level = catalog.levels.find((known) => known.id === id);
  return level
    ? {
        release: catalog.release,
        boundary: catalog.boundaryVersion,
        id: level.id,
        minZoom: level.minZoom,
        maxZoom: level.maxZoom,
        legibleZoom: level.legibleZoom,
      }
    : null;
}

export interface Shapes {
  /** Levels between the top and the shown one, whose lines lie over it. */
  readonly above: readonly TileLevel[];
  readonly top: TileLevel;
  /** The open area and its level; null when the whole territory is open. */
  readonly open: { readonly level: TileLevel; readonly code: string } | null;
  readonly tokens: MapColours;
}

/** Gives the name of the source of a level's geometry; releases with the same boundaries share it. */
export const geometrySource = ({ boundary, id }: Pick<TileLevel, "boundary" | "id">): string =>
  `areas ${boundary} ${id}`;

type Anchored = readonly [before: string, layer: LayerSpecification];

/** Line width by zoom: nothing where the areas are specks, `fullPx` where they are large; `later` in zooms. */
export const lineWidth = (
  { legibleZoom }: TileLevel,
  fullPx: number,
  later = 0,
): ["interpolate", ["linear"], ["zoom"], ...number[]] => [
  "interpolate",
  ["linear"],
  ["zoom"],
  legibleZoom - 1 + later,
  0,
  legibleZoom + 1.5 + later,
  fullPx * 0.6,
  legibleZoom + 4 + later,
  fullPx,
];

/** Gives the layers of the outlines, bottom to top, each with the anchor it goes under. */
export function shapeLayers({ above, top, open, tokens }: Shapes): Anchored[] {
  const line = (
    id: string,
    level: TileLevel,
    before: string,
    paint: Extract<LayerSpecification, { type: "line" }>["paint"],
    filter?: FilterSpecification,
  ): Anchored => [
    before,
    {
      id,
      type: "line",
      source: geometrySource(level),
      "source-layer": level.id,
      layout: { "line-join": "round", "line-cap": "round" },
      ...(filter ? { filter } : {}),
      paint: paint ?? {},
    },
  ];
  const layers: Anchored[] = [];
  for (const level of [...above].reverse())
    layers.push(
      line(`shape ${level.id}`, level, "above lines", {
        "line-color": tokens.border,
        "line-width": lineWidth(level, 1.7, 1.5),
        "line-opacity": 0.75,
      }),
    );
  layers.push(line("shape top", top, "above lines", { "line-color": tokens.border, "line-width": 1.3 }));
  if (!open) return layers;
  const isOpen: FilterSpecification = ["==", ["get", "code"], open.code];
  layers.push(
    [
      "above veil",
      {
        id: "shape veil",
        type: "fill",
        source: geometrySource(open.level),
        "source-layer": open.level.id,
        filter: ["!=", ["get", "code"], open.code],
        paint: { "fill-color": tokens.paper, "fill-opacity": 0.66, "fill-antialias": false },
      },
    ],
    line(
      "shape open casing",
      open.level,
      "above veil",
      { "line-color": tokens.paper, "line-width": 5.5, "line-opacity": 0.9 },
      isOpen,
    ),
    line("shape open", open.level, "above veil", { "line-color": tokens.ink, "line-width": 2 }, isOpen),
  );
  return layers;
}
