// What all ways to recolour share: one map, one level, the tiles in view, five classes; and the lines between the areas.

import type { Map as MapLibreMap } from "maplibre-gl";
import { classOf } from "#domain/classes";
import { readValuesPart } from "#domain/split_tile_format";
import type { TileLevel } from "#domain/contract/tiles";
import { askBytes, valuesAddress } from "#client/data/api.ts";
import { nameOf } from "#client/map/gpu/tile_fallback.ts";
import type { TileId } from "#client/map/gpu/tile_fallback.ts";

export interface Ground {
  readonly map: MapLibreMap;
  readonly level: TileLevel;
  readonly cover: readonly TileId[];
  readonly breaks: readonly number[];
}

/** A way to recolour, with all geometry in place. */
export interface Way {
  /** Where its areas are drawn, once a column is shown. */
  canvas(): HTMLCanvasElement;
  /** Fetches the layers beside the areas; resolves with what draws them, or takes them away. */
  loadLayers?(): Promise<(isShown: boolean) => Promise<void>>;
  /** Fetches a column and shows it; resolves when the frame is given. */
  show(column: string): Promise<void>;
  stop(): void;
}

export const COLOURS = ["#fbe9dd", "#f2bfa0", "#e2906a", "#c05640", "#842a2b"] as const;

/** The lines between the areas, in every way. */
export const LINE = { colour: "#fff", widthAt: () => 0.6 } as const;

export const never = new AbortController().signal;

/** Resolves with the first frame of MapLibre after which all its tiles are drawn. */
export function drawn(map: MapLibreMap): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!map.areTilesLoaded()) return map.triggerRepaint();
      map.off("render", look);
      resolve();
    };
    map.on("render", look);
    map.triggerRepaint();
  });
}

/** Address of whole tiles for MapLibre, with a column or without. */
export const tileUrl = ({ release, id }: TileLevel, column: string | null): string =>
  `${window.location.origin}/tiles/${release}/internal/${id}/{z}/{x}/{y}.mvt${column ? `?c=${column}` : ""}`;

/** Adds a source of tiles with lines around its areas, and fills them by an expression; null leaves the filling to others. */
export function addAreas({ map, level }: Ground, tiles: string, colour: unknown): void {
  map.addSource("areas", { type: "vector", tiles: [tiles], minzoom: level.minZoom, maxzoom: level.maxZoom });
  const from = { source: "areas", "source-layer": level.id };
  if (colour !== null)
    map.addLayer({
      id: "fill",
      type: "fill",
      ...from,
      paint: { "fill-color": colour as string, "fill-antialias": false },
    });
  map.addLayer({
    id: "line",
    type: "line",
    ...from,
    paint: { "line-color": LINE.colour, "line-width": LINE.widthAt() },
  });
}

/** The colour of a value as an expression; the missing have none. */
export const stepOf = (value: unknown, breaks: readonly number[]): unknown => [
  "case",
  ["==", ["typeof", value], "number"],
  ["step", value, COLOURS[0], ...breaks.flatMap((lower, i) => [lower, COLOURS[i + 1]])],
  "rgba(0,0,0,0)",
];

/** The values of a column in a tile of n areas, NaN for the missing. */
export async function valuesOf(
  level: TileLevel,
  id: TileId,
  column: string,
  n: number,
): Promise<Float32Array> {
  const body = await askBytes(valuesAddress(level.release, level.id, nameOf(id), [column]), never);
  return new Float32Array(readValuesPart(body, n).buffer);
}

/** The class of a value, −1 for the missing. */
export const classIn = (breaks: readonly number[], value: number): number =>
  Number.isNaN(value) ? -1 : classOf(value, { breaks });
