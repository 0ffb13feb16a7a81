// A layer of deck.gl per tile over MapLibre: the polygons stay, a new colour for every vertex is sent to the card.

import { SolidPolygonLayer } from "@deck.gl/layers";
import { MapboxOverlay } from "@deck.gl/mapbox";
import { MercatorCoordinate } from "maplibre-gl";
import type { IControl } from "maplibre-gl";
import { nameOf } from "#client/map/gpu/tile_fallback.ts";
import type { TileId } from "#client/map/gpu/tile_fallback.ts";
import { rgbOf } from "#client/map/gpu/textures.ts";
import { EXTENT, VERTEX_BYTES } from "#client/map/gpu/tile_geometry.ts";
import type { TileGeometry } from "#client/map/gpu/tile_geometry.ts";
import { tileGeometry } from "#client/map/tiles_store.ts";
import { COLOURS, addAreas, classIn, drawn, never, tileUrl, valuesOf } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

/** One ring of feature k. */
interface Ring {
  readonly k: number;
  readonly polygon: readonly [lon: number, lat: number][];
}

function ringsOf({ z, x, y }: TileId, geometry: TileGeometry): Ring[] {
  const points = new Int16Array(geometry.vertices);
  const [side, stride] = [2 ** z, VERTEX_BYTES / 2];
  const position = (v: number): [number, number] => {
    const [u, w] = [points[stride * v]! / EXTENT, points[stride * v + 1]! / EXTENT];
    const { lng, lat } = new MercatorCoordinate((x + u) / side, (y + w) / side).toLngLat();
    return [lng, lat];
  };
  return geometry.codes.flatMap((_, k) =>
    Array.from(geometry.rings.subarray(geometry.firstRing[k], geometry.firstRing[k + 1]), (first, at) => {
      const end = geometry.rings[geometry.firstRing[k]! + at + 1]!;
      return { k, polygon: Array.from({ length: end - first }, (_, i) => position(first + i)) };
    }),
  );
}

const INKS = COLOURS.map((colour) => rgbOf(colour).map((part) => Math.round(part * 255)));
const inkOf = (at: number): [number, number, number, number] => {
  const [r, g, b] = INKS[at] ?? [0, 0, 0];
  return [r!, g!, b!, at < 0 ? 0 : 255];
};

export async function startDeck(ground: Ground): Promise<Way> {
  const { map, level, cover, breaks } = ground;
  addAreas(ground, tileUrl(level, null), null);
  await drawn(map);
  const tiles: { id: TileId; n: number; rings: Ring[] }[] = [];
  for (const id of cover) {
    const geometry = await tileGeometry(level, nameOf(id), never);
    if (geometry) tiles.push({ id, n: geometry.codes.length, rings: ringsOf(id, geometry) });
  }
  let onDrawn: (() => void) | null = null;
  const overlay = new MapboxOverlay({ interleaved: false, layers: [], onAfterRender: () => onDrawn?.() });
  map.addControl(overlay as unknown as IControl);
  return {
    canvas: () => overlay.getCanvas()!,
    async show(column) {
      const values = await Promise.all(tiles.map(({ id, n }) => valuesOf(level, id, column, n)));
      await new Promise<void>((resolve) => {
        onDrawn = resolve;
        overlay.setProps({
          layers: tiles.map(
            ({ id, rings }, at) =>
              new SolidPolygonLayer<Ring>({
                id: nameOf(id),
                data: rings,
                getPolygon: ({ polygon }) => polygon as [number, number][],
                getFillColor: ({ k }) => inkOf(classIn(breaks, values[at]![k]!)),
                updateTriggers: { getFillColor: column },
              }),
          ),
        });
      });
    },
    stop: () => map.removeControl(overlay as unknown as IControl),
  };
}
