// Ways to give the areas on the map new colours, measured on one page: `npm run bench -- --only browser`.

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibreMap } from "maplibre-gl";
import type {
  PanWay,
  Recolouring,
  RecolouringJob,
  RecolouringWay,
  Switch,
} from "#domain/contract/recolouring";
import { readGeometryPart, readValuesPart } from "#domain/split_tile_format";
import { askBytes, geometryAddress, valuesAddress } from "#client/data/api.ts";
import { coveringTiles, nameOf } from "#client/map/gpu/tile_fallback.ts";
import type { TileId } from "#client/map/gpu/tile_fallback.ts";
import { startDeck } from "./by_deck.ts";
import { startState } from "./by_feature_state.ts";
import { startReload } from "./by_reload.ts";
import { startTexture } from "./by_texture.ts";
import { addAreas, drawn, never, tileUrl } from "./ground.ts";
import type { Ground, Way } from "./ground.ts";

maplibregl.setWorkerUrl(workerUrl);

const STARTS: Readonly<Record<RecolouringWay, (ground: Ground) => Promise<Way>>> = {
  reload: startReload,
  featureState: startState,
  deck: startDeck,
  texture: startTexture,
};

function startMap(): Promise<MapLibreMap> {
  const map = new maplibregl.Map({
    container: "map",
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
  });
  return new Promise((resolve) => void map.once("load", () => resolve(map)));
}

/** Times a change that resolves when its frame is given, then reads back a pixel of each canvas, which waits for all of them. */
async function timed(
  change: () => Promise<unknown>,
  canvases: () => readonly HTMLCanvasElement[],
): Promise<Switch> {
  const start = performance.now();
  await change();
  const given = performance.now() - start;
  for (const canvas of canvases()) {
    const gl = canvas.getContext("webgl2")!;
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
  return { given, seen: performance.now() - start };
}

/** Pixels that the map moves by, there and back. */
const STEP_PX = 24;

/** Measures frames in which the map moves, after one that does not count. */
async function measurePan(
  map: MapLibreMap,
  canvases: () => readonly HTMLCanvasElement[],
  rounds: number,
): Promise<Switch[]> {
  const times: Switch[] = [];
  for (let round = 0; round <= rounds; round++) {
    const move = (): Promise<unknown> => {
      map.panBy([round % 2 === 0 ? STEP_PX : -STEP_PX, 0], { duration: 0 });
      return map.once("render");
    };
    times.push(await timed(move, canvases));
  }
  return times.slice(1);
}

/** Measures such frames with the layers beside the areas and without, in turn. */
async function measureLayers(
  map: MapLibreMap,
  canvases: () => readonly HTMLCanvasElement[],
  rounds: number,
  show: (isShown: boolean) => Promise<void>,
): Promise<{ context: Switch[]; bare: Switch[] }> {
  const times: { context: Switch[]; bare: Switch[] } = { context: [], bare: [] };
  for (let round = 0; round < 2 * rounds; round++)
    for (const kind of ["context", "bare"] as const) {
      await show(kind === "context");
      await new Promise(requestAnimationFrame);
      times[kind].push(...(await measurePan(map, canvases, 1)));
    }
  await show(false);
  return times;
}

/** Goes out from the middle until so many areas are in the tiles in view. */
async function findView(
  map: MapLibreMap,
  { level, bbox, areas }: RecolouringJob,
): Promise<{ areas: number; cover: TileId[] }> {
  const center: [number, number] = [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
  let found = { areas: 0, cover: [] as TileId[] };
  for (let zoom = level.maxZoom + 1; zoom >= level.minZoom; zoom -= 0.25) {
    map.jumpTo({ center, zoom });
    const cover = coveringTiles(map, level);
    const seen = new Set<number>();
    for (const id of cover) {
      const address = geometryAddress(level.release, level.boundary, level.id, nameOf(id));
      const body = await askBytes(address, never);
      if (body.length > 0) for (const idx of readGeometryPart(body).idx) seen.add(idx);
    }
    found = { areas: seen.size, cover };
    if (seen.size >= areas) break;
  }
  return found;
}

/** Breaks of five classes of equal size, by the values of the first tile that has some. */
async function findBreaks({ level, cover }: Omit<Ground, "breaks">, column: string): Promise<number[]> {
  for (const id of cover) {
    const body = await askBytes(valuesAddress(level.release, level.id, nameOf(id), [column]), never);
    const values = new Float32Array(readValuesPart(body, body.length / 4).buffer);
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    if (sorted.length > 0) return [1, 2, 3, 4].map((i) => sorted[Math.floor((i * (sorted.length - 1)) / 5)]!);
  }
  throw new Error(`${column} has no value in view`);
}

/** Measures one way, in the order of the columns; the first only prepares. */
async function measureWay(way: Way, columns: readonly string[]): Promise<Switch[]> {
  const times: Switch[] = [];
  for (const column of columns)
    times.push(
      await timed(
        () => way.show(column),
        () => [way.canvas()],
      ),
    );
  return times.slice(1);
}

async function measure(job: RecolouringJob): Promise<Recolouring> {
  const map = await startMap();
  const { areas, cover } = await findView(map, job);
  const here = { map, level: job.level, cover };
  const ground = { ...here, breaks: await findBreaks(here, job.columns[0]!) };
  let columns = job.columns;
  const next = (): readonly string[] => {
    const some = columns.slice(0, job.rounds + 1);
    if (some.length <= job.rounds) throw new Error(`${job.columns.length} columns are too few`);
    columns = columns.slice(job.rounds + 1);
    return some;
  };
  const clear = (): void => {
    for (const id of map.getLayersOrder()) map.removeLayer(id);
    for (const id of Object.keys(map.getStyle().sources)) map.removeSource(id);
  };
  const ways: Partial<Record<RecolouringWay, Switch[]>> = {};
  const pan: Partial<Record<PanWay, Switch[]>> = {};
  for (const name of job.ways) {
    const way = await STARTS[name](ground);
    ways[name] = await measureWay(way, next());
    const canvases = (): HTMLCanvasElement[] => [...new Set([way.canvas(), map.getCanvas()])];
    if (name === "reload" || name === "texture") pan[name] = await measurePan(map, canvases, job.rounds);
    if (name === "texture") {
      const layers = await way.loadLayers?.();
      if (layers) Object.assign(pan, await measureLayers(map, canvases, job.rounds, layers));
      // The same areas under MapLibre's lines instead of ours.
      map.removeLayer("borders");
      addAreas(ground, tileUrl(job.level, null), null);
      await drawn(map);
      pan.lines = await measurePan(map, canvases, job.rounds);
    }
    way.stop();
    clear();
  }
  return { areas, tiles: cover.length, zoom: map.getZoom(), ways, pan };
}

declare global {
  interface Window {
    measure: typeof measure;
  }
}
window.measure = measure;
