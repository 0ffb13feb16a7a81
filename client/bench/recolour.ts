// Three ways to give the areas on the map new colours, measured on one page: `npm run bench -- --only browser`.

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap, VectorTileSource } from "maplibre-gl";
import { readGeometryPart, readValuesPart } from "#domain/tile_parts";
import { askBytes, geometryAddress, valuesAddress } from "../api.ts";
import type { MapColours } from "../map/colours.ts";
import { AreaLayer, TILE_PX } from "../map/gpu/area_layer.ts";
import { nameOf } from "../map/gpu/cover.ts";
import type { TileId } from "../map/gpu/cover.ts";
import { PictureTiles } from "../map/gpu/picture_tiles.ts";
import type { Picture } from "../map/picture.ts";
import type { TileLevel } from "../map/shapes.ts";
import { drawsInSoftware } from "../map/software.ts";

maplibregl.setWorkerUrl(workerUrl);

export interface Job {
  readonly level: TileLevel;
  /** [west, south, east, north] */
  readonly bbox: readonly [number, number, number, number];
  /** Areas that are wanted in view. */
  readonly areas: number;
  /** `indicator@period`; every switch takes another one, so that none is in a cache. */
  readonly columns: readonly string[];
  readonly rounds: number;
}

/** Milliseconds from the wish, fetching included. */
export interface Switch {
  /** Until the page has given the frame that shows it to the graphics card, or to what stands for one. */
  readonly given: number;
  /** Until its last pixel is drawn. */
  readonly seen: number;
}

export interface Measured {
  readonly areas: number;
  readonly tiles: number;
  readonly zoom: number;
  readonly reload: readonly Switch[];
  readonly featureState: readonly Switch[];
  readonly gpu: readonly Switch[];
  /** Frames in which nothing is new: a part of all the others. */
  readonly frame: readonly Switch[];
}

const TOKENS = { paper: "#f3f0e9", land: "#fff", hatchPaper: "#eee", hatchInk: "#888" } as MapColours;
const COLOURS = ["#fbe9dd", "#f2bfa0", "#e2906a", "#c05640", "#842a2b"];
const never = new AbortController().signal;

const pictureOf = (level: TileLevel, column: string, breaks: readonly number[]): Picture => ({
  level,
  painting: {
    kind: "classes",
    columns: [column],
    breaks,
    colours: COLOURS,
    zeroColour: null,
    unreliableColour: null,
  },
  tokens: TOKENS,
});

function startMap(): Promise<MapLibreMap> {
  const map = new maplibregl.Map({
    container: "map",
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: !drawsInSoftware() },
  });
  return new Promise((resolve) => void map.once("load", () => resolve(map)));
}

/** Changes something and waits for the first frame after which `isDone` holds. */
async function timed(
  map: MapLibreMap,
  change: () => void | Promise<void>,
  isDone: () => boolean = () => map.areTilesLoaded(),
): Promise<Switch> {
  const start = performance.now();
  await change();
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (isDone()) {
        map.off("render", look);
        resolve();
      } else map.triggerRepaint();
    };
    map.on("render", look);
    map.triggerRepaint();
  });
  const given = performance.now() - start;
  const gl = map.getCanvas().getContext("webgl2")!;
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  return { given, seen: performance.now() - start };
}

const coverOf = (map: MapLibreMap, { minZoom, maxZoom }: TileLevel): TileId[] =>
  map
    .coveringTiles({ tileSize: TILE_PX, minzoom: minZoom, maxzoom: maxZoom })
    .map(({ canonical: { z, x, y } }) => ({ z, x, y }));

/** Goes out from the middle until so many areas are in view, and gives what is then in view. */
async function findView(
  map: MapLibreMap,
  { level, bbox, areas }: Job,
): Promise<{ areas: number; cover: TileId[] }> {
  const center: [number, number] = [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
  let found = { areas: 0, cover: [] as TileId[] };
  for (let zoom = level.maxZoom + 1; zoom >= level.minZoom; zoom -= 0.5) {
    map.jumpTo({ center, zoom });
    const cover = coverOf(map, level);
    const seen = new Set<number>();
    for (const id of cover) {
      const body = await askBytes(
        geometryAddress(level.release, level.boundary, level.id, nameOf(id)),
        never,
      );
      if (body.length > 0) for (const idx of readGeometryPart(body).idx) seen.add(idx);
    }
    found = { areas: seen.size, cover };
    if (seen.size >= areas) break;
  }
  return found;
}

const breaksOf = (values: Float32Array): number[] => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return [1, 2, 3, 4].map((i) => sorted[Math.floor((i * (sorted.length - 1)) / 5)]!);
};

const stepOf = (value: unknown, breaks: readonly number[]): unknown => [
  "case",
  ["==", ["typeof", value], "number"],
  ["step", value, COLOURS[0], ...breaks.flatMap((lower, i) => [lower, COLOURS[i + 1]])],
  "rgba(0,0,0,0)",
];

function addLayers(map: MapLibreMap, id: string, level: TileLevel, tiles: string, colour: unknown): void {
  const range = { minzoom: level.minZoom, maxzoom: level.maxZoom };
  map.addSource(id, { type: "vector", tiles: [tiles], ...range });
  const from = { source: id, "source-layer": level.id };
  if (colour !== null)
    map.addLayer({
      id: `${id} fill`,
      type: "fill",
      ...from,
      paint: { "fill-color": colour as string, "fill-antialias": false },
    });
  map.addLayer({
    id: `${id} line`,
    type: "line",
    ...from,
    paint: { "line-color": "#fff", "line-width": 0.6 },
  });
}

const tileUrl = ({ release, id }: TileLevel, column: string | null): string =>
  `${window.location.origin}/tiles/${release}/internal/${id}/{z}/{x}/{y}.mvt${column ? `?c=${column}` : ""}`;

/** MapLibre's own way: other tiles of the same source. */
async function measureReload(
  map: MapLibreMap,
  level: TileLevel,
  columns: readonly string[],
  breaks: number[],
): Promise<Switch[]> {
  addLayers(map, "reload", level, tileUrl(level, columns[0]!), stepOf(["get", "v0"], breaks));
  await timed(map, () => undefined);
  const times: Switch[] = [];
  for (const column of columns.slice(1))
    times.push(
      await timed(
        map,
        () => void map.getSource<VectorTileSource>("reload")!.setTiles([tileUrl(level, column)]),
      ),
    );
  return times;
}

/** Values as the state of features: no tile is read again, every area is told its value. */
async function measureState(
  map: MapLibreMap,
  level: TileLevel,
  cover: readonly TileId[],
  columns: readonly string[],
  breaks: number[],
): Promise<Switch[]> {
  addLayers(map, "state", level, tileUrl(level, null), stepOf(["feature-state", "v"], breaks));
  await timed(map, () => undefined);
  const ids = new Map<string, Uint32Array>();
  for (const id of cover) {
    const body = await askBytes(geometryAddress(level.release, level.boundary, level.id, nameOf(id)), never);
    if (body.length > 0) ids.set(nameOf(id), readGeometryPart(body).idx);
  }
  const tell = async (column: string): Promise<void> => {
    await Promise.all(
      [...ids].map(async ([name, idx]) => {
        const body = await askBytes(valuesAddress(level.release, level.id, name, [column]), never);
        const values = new Float32Array(readValuesPart(body, idx.length).buffer);
        idx.forEach((id, k) => {
          const v = values[k]!;
          map.setFeatureState(
            { source: "state", sourceLayer: level.id, id },
            { v: Number.isNaN(v) ? null : v },
          );
        });
      }),
    );
  };
  await timed(map, () => tell(columns[0]!));
  const times: Switch[] = [];
  for (const column of columns.slice(1)) times.push(await timed(map, () => tell(column)));
  return times;
}

/** The map's own way: a byte per area, looked up by the vertices of triangles that stay where they are. */
async function measureGpu(
  map: MapLibreMap,
  level: TileLevel,
  cover: readonly TileId[],
  columns: readonly string[],
  breaks: number[],
): Promise<Pick<Measured, "gpu" | "frame">> {
  const areas = new AreaLayer(map);
  map.addLayer(areas);
  addLayers(map, "gpu", level, tileUrl(level, null), null);
  const show = (column: string): Promise<void> =>
    new Promise((resolve) => {
      const tiles = new PictureTiles(pictureOf(level, column, breaks), () => {
        if (!tiles.isWhole) return;
        areas.show(tiles, 0);
        resolve();
      });
      tiles.want(cover);
    });
  await timed(map, () => show(columns[0]!));
  const times: Switch[] = [];
  for (const column of columns.slice(1)) times.push(await timed(map, () => show(column)));
  const frame: Switch[] = [];
  for (const _ of times) frame.push(await timed(map, () => undefined));
  return { gpu: times, frame };
}

function clear(map: MapLibreMap): void {
  for (const id of map.getLayersOrder()) map.removeLayer(id);
  for (const id of Object.keys(map.getStyle().sources)) map.removeSource(id);
}

async function measure(job: Job): Promise<Measured> {
  const { level, columns, rounds } = job;
  const map = await startMap();
  const { areas, cover } = await findView(map, job);
  const first = await askBytes(
    valuesAddress(level.release, level.id, nameOf(cover[0]!), [columns[0]!]),
    never,
  );
  const breaks = breaksOf(new Float32Array(readValuesPart(first, first.length / 4).buffer));
  const partOf = (way: number): string[] => columns.slice(way * (rounds + 1), (way + 1) * (rounds + 1));
  const reload = await measureReload(map, level, partOf(0), breaks);
  clear(map);
  const featureState = await measureState(map, level, cover, partOf(1), breaks);
  clear(map);
  const own = await measureGpu(map, level, cover, partOf(2), breaks);
  return { areas, tiles: cover.length, zoom: map.getZoom(), reload, featureState, ...own };
}

declare global {
  interface Window {
    measure: typeof measure;
  }
}
window.measure = measure;
