// The borders of an area and what is in it, drawn to the size of an element.

import { useMemo, useState } from "react";
import type { Bbox } from "#domain/bbox";
import { useView } from "#client/data/view_context.ts";
import { areaPaths, borderPath, frameOf } from "#client/map/drawing/area_paths.ts";
import type { Frame, PlacedTile } from "#client/map/drawing/area_paths.ts";
import { useTiles } from "#client/map/drawing/use_tiles.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { useSize } from "#client/ui/use_size.ts";

export interface AreaDrawing {
  /** Of the element that it is drawn to. */
  setElement(element: HTMLElement | null): void;
  /** Null until the size is known. */
  readonly frame: Frame | null;
  /** Shape of every area of the lowest level by code; null until all are there. */
  readonly paths: ReadonlyMap<string, string> | null;
  readonly borders: string;
  /** The tiles of the level above the lowest. */
  readonly above: readonly PlacedTile[] | null;
}

/** The box that is being drawn. */
export function useAreaDrawing(bbox: Bbox): AreaDrawing {
  const { catalog } = useView();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const { width, height } = useSize(element);
  const frame = useMemo(
    () => (width > 0 && height > 0 ? frameOf(bbox, width, height, height, Math.min(56, width / 10)) : null),
    [bbox, width, height],
  );
  const inside = useTiles(tileLevelOf(catalog, catalog.levels.at(-1)!.id), frame);
  const above = useTiles(tileLevelOf(catalog, catalog.levels.at(-2)!.id), frame);
  const drawn = useMemo(
    () =>
      frame && inside.tiles && above.tiles
        ? { paths: areaPaths(inside.tiles, frame), borders: borderPath(inside.tiles, frame) }
        : null,
    [frame, inside.tiles, above.tiles],
  );
  return {
    setElement,
    frame,
    paths: drawn?.paths ?? null,
    borders: drawn?.borders ?? "",
    above: above.tiles ?? null,
  };
}
