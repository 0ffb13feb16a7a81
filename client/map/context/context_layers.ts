// The layers beside the areas: their tiles in view, what of them is drawn, and the points that stand among the names.

import { MercatorCoordinate } from "maplibre-gl";
import type { Map as MapLibreMap } from "maplibre-gl";
import { PICTURE_LAYER_IDS, classesOf, isPictureLayer } from "#domain/context";
import type { ContextLayerId } from "#domain/context";
import type { StoredContextLayer } from "#domain/contract/context";
import { askBytes, contextAddress } from "#client/data/api.ts";
import { ByteCache } from "#client/map/byte_cache.ts";
import type { FeaturesTile, PaintedContext, PictureTile } from "#client/map/gpu/context_painter.ts";
import { EXTENT } from "#client/map/gpu/tile_geometry.ts";
import { coveringTiles } from "#client/map/gpu/tile_fallback.ts";
import { TileSet } from "#client/map/gpu/tile_set.ts";
import type { TileName } from "#client/map/tiles_store.ts";
import type { Theme } from "#client/model/view.ts";
import { LAYER_LOOKS, pictureStrengths } from "./layers.ts";
import type { PointLook } from "./layers.ts";
import { NO_FEATURES, readFeatures } from "./read_features.ts";

export interface ContextContent {
  /** All that are stored, and which of them are on. */
  readonly stored: readonly StoredContextLayer[];
  readonly on: readonly ContextLayerId[];
  readonly theme: Theme;
  /** Whether the whole territory is open. */
  readonly isWhole: boolean;
  readonly isChange: boolean;
}

/** A point of a layer on the map. */
export interface ContextPoint {
  readonly layer: ContextLayerId;
  readonly class: string;
  readonly look: PointLook;
  readonly rank: number;
  readonly area: string | null;
  /** The zoom from which it is shown. */
  readonly zoomFrom: number;
  /** [lon, lat] */
  readonly place: readonly [number, number];
}

/** What the page keeps of all maps, in bytes: an address never means anything else. */
const MAX_PICTURES = 64 << 20;
const MAX_FEATURES = 32 << 20;
const pictures = new ByteCache<PictureTile>(MAX_PICTURES, ({ picture }) =>
  picture ? picture.width * picture.height * 4 : 0,
);
const featureTiles = new ByteCache<FeaturesTile>(MAX_FEATURES, ({ features: { lines, polygons, points } }) =>
  [
    ...lines.map(({ segments }) => segments.byteLength),
    ...polygons.map(({ corners }) => corners.byteLength),
    points.length * 100,
  ].reduce((sum, bytes) => sum + bytes, 0),
);

async function loadPicture(address: string, signal: AbortSignal): Promise<PictureTile> {
  const bytes = await askBytes(address, signal);
  if (bytes.length === 0) return { geometry: null, picture: null };
  const options = { colorSpaceConversion: "none", premultiplyAlpha: "none" } as const;
  return { geometry: null, picture: await createImageBitmap(new Blob([bytes]), options) };
}

async function loadFeatures(address: string, layer: string, signal: AbortSignal): Promise<FeaturesTile> {
  const bytes = await askBytes(address, signal);
  return { geometry: null, features: bytes.length === 0 ? NO_FEATURES : readFeatures(bytes, layer) };
}

interface ShownLayer {
  readonly stored: StoredContextLayer;
  readonly pictures: TileSet<PictureTile> | null;
  readonly features: TileSet<FeaturesTile> | null;
}

export class ContextLayers {
  readonly #map: MapLibreMap;
  readonly #onChange: () => void;
  readonly #shown = new Map<string, ShownLayer>();
  #content: ContextContent | null = null;

  /** Calls `onChange` when there is something else to draw. */
  constructor(map: MapLibreMap, onChange: () => void) {
    this.#map = map;
    this.#onChange = onChange;
  }

  /** Shows those layers of a content that are on. */
  show(content: ContextContent): void {
    this.#content = content;
    const wanted = content.stored.filter(({ layer }) => content.on.includes(layer));
    const addresses = new Set(wanted.map(({ address }) => address));
    for (const [address, { pictures: own, features }] of this.#shown) {
      if (addresses.has(address)) continue;
      (own ?? features)!.stop();
      this.#shown.delete(address);
    }
    for (const stored of wanted)
      if (!this.#shown.has(stored.address)) this.#shown.set(stored.address, this.#tilesOf(stored));
    this.requestTiles();
    this.#onChange();
  }

  #tilesOf(stored: StoredContextLayer): ShownLayer {
    const { layer, address } = stored;
    const changed = (): void => {
      this.requestTiles();
      this.#onChange();
    };
    const at = (tile: TileName): string => contextAddress(layer, address, tile);
    if (isPictureLayer(layer))
      return {
        stored,
        features: null,
        pictures: new TileSet(
          stored,
          (tile, signal) => pictures.get(at(tile), (abort) => loadPicture(at(tile), abort), signal),
          changed,
        ),
      };
    return {
      stored,
      pictures: null,
      features: new TileSet(
        stored,
        (tile, signal) => featureTiles.get(at(tile), (abort) => loadFeatures(at(tile), layer, abort), signal),
        changed,
      ),
    };
  }

  /** Requests the tiles that are in view now. */
  requestTiles(): void {
    for (const { stored, pictures: own, features } of this.#shown.values())
      (own ?? features)!.setInView(coveringTiles(this.#map, stored));
  }

  /** True when every tile in view has loaded or failed. */
  get isSettled(): boolean {
    return [...this.#shown.values()].every(({ pictures: own, features }) => (own ?? features)!.isSettled);
  }

  stop(): void {
    for (const { pictures: own, features } of this.#shown.values()) (own ?? features)!.stop();
  }

  /** What is drawn on the canvas of the areas. */
  get painted(): PaintedContext | null {
    const content = this.#content;
    if (!content || this.#shown.size === 0) return null;
    const layers = [...this.#shown.values()];
    const { theme, isWhole, isChange } = content;
    const painted = Object.entries(LAYER_LOOKS).flatMap(([id, { looks }]) => {
      const tiles = layers.find(({ stored }) => stored.layer === id)?.features;
      return Object.entries(looks).flatMap(([name, look]) =>
        tiles && look.kind !== "point" ? [{ tiles, class: name, look }] : [],
      );
    });
    const drawn = PICTURE_LAYER_IDS.flatMap((id) => {
      const tiles = layers.find(({ stored }) => stored.layer === id)?.pictures;
      return tiles ? [{ tiles, ...pictureStrengths(id, theme, isWhole, isChange) }] : [];
    });
    return {
      pictures: drawn,
      features: painted,
      theme,
    };
  }

  /** The points of the tiles in view, those of the greatest rank first. */
  get points(): ContextPoint[] {
    const found: ContextPoint[] = [];
    for (const { stored, features } of this.#shown.values()) {
      const { layer } = stored;
      if (isPictureLayer(layer)) continue;
      const { looks } = LAYER_LOOKS[layer];
      const classes = classesOf(layer);
      for (const { z, x, y } of features?.inView ?? [])
        for (const point of features!.tile({ z, x, y })?.features.points ?? []) {
          const look = looks[point.class];
          // A point in the margin of a tile is one of its neighbour.
          const isInside = point.x >= 0 && point.y >= 0 && point.x < EXTENT && point.y < EXTENT;
          if (look?.kind !== "point" || !isInside) continue;
          const side = 2 ** z;
          const { lng, lat } = new MercatorCoordinate(
            (x + point.x / EXTENT) / side,
            (y + point.y / EXTENT) / side,
          ).toLngLat();
          const { class: id, rank, area } = point;
          const zoomFrom = classes[id]?.zoomFrom(rank) ?? 0;
          found.push({ layer, class: id, look, rank, area, zoomFrom, place: [lng, lat] });
        }
    }
    return found.sort((a, b) => b.rank - a.rank);
  }
}
