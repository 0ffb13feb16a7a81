// Roads and facilities on the map: their tiles, their layers, and the catchment of the one that is open.

import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap, PointLike, VectorTileSource } from "maplibre-gl";
import { THING_LAYERS, type ThingLayer } from "#domain/contract/things";
import { FACILITY_KINDS } from "#domain/facilities";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { isKindShown } from "./layers.ts";
import {
  CATCHMENT,
  catchmentLayers,
  FACILITIES,
  facilityLayers,
  pictureName,
  ROADS,
  roadLayers,
} from "./styles.ts";
import { symbolPicture, type SymbolColours } from "./symbols.ts";

/** What the layers of things show. */
export interface ThingContent {
  /** Address of the release. */
  readonly release: string;
  readonly period: string;
  /** Layers that are switched off. */
  readonly off: readonly string[];
  readonly hasRoads: boolean;
  readonly hasFacilities: boolean;
  readonly tokens: MapColours;
  readonly isDark: boolean;
}

/** A facility with the villages that it serves. */
export interface ShownCatchment {
  readonly point: readonly [number, number];
  readonly villages: readonly { readonly centre: readonly [number, number]; readonly count: number }[];
}

const SYMBOLS: Readonly<Record<"light" | "dark", SymbolColours>> = {
  light: { fill: "#23313d", edge: "#ffffff", ring: "#d97706" },
  dark: { fill: "#f2efe8", edge: "#12171c", ring: "#f0a33c" },
};
const ROAD_COLOURS = {
  light: { line: "#5d564c", casing: "#fffdf8" },
  dark: { line: "#d9d2c4", casing: "#12171c" },
} as const;
const CATCHMENT_COLOURS = { light: "#a02c2c", dark: "#ffb38a" } as const;
/** Pixels around a point in which a facility is found. */
const REACH_PX = { mouse: 5, touch: 16 } as const;

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

export class Things {
  readonly #map: MapLibreMap;
  #shown = "";
  #theme: string | null = null;
  #catchment = "";

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Shows the layers of a release in a period; the same again changes nothing. */
  show(content: ThingContent): void {
    const { release, period, off, hasRoads, hasFacilities, isDark } = content;
    const key = JSON.stringify([release, period, off, hasRoads, hasFacilities, isDark]);
    if (key === this.#shown) return;
    this.#shown = key;
    if (hasRoads) this.#source(ROADS, "roads", content);
    if (hasFacilities) this.#source(FACILITIES, "facilities", content);
    this.#applyTheme(content);
    for (const { id } of roadLayers(ROAD_COLOURS.light))
      this.#setVisible(id, hasRoads && !off.includes("roads"));
    for (const { id } of FACILITY_KINDS)
      this.#setVisible(`${FACILITIES}-${id}`, hasFacilities && isKindShown(id, off));
  }

  #source(id: string, layer: ThingLayer, { release, period }: ThingContent): void {
    const tiles = [
      `${window.location.origin}/tiles/${release}/internal/things/${layer}/{z}/{x}/{y}.mvt?period=${encodeURIComponent(period)}`,
    ];
    const source = this.#map.getSource<VectorTileSource>(id);
    if (source) source.setTiles(tiles);
    else this.#map.addSource(id, { type: "vector", tiles, ...zooms(layer) });
  }

  #applyTheme({ hasRoads, hasFacilities, tokens, isDark }: ThingContent): void {
    const theme = isDark ? "dark" : "light";
    const wanted = JSON.stringify([theme, hasRoads, hasFacilities]);
    if (wanted === this.#theme) return;
    this.#theme = wanted;
    const map = this.#map;
    for (const kind of FACILITY_KINDS)
      for (const isOverfull of [false, true]) {
        const name = pictureName(kind.id, isOverfull);
        const { data, pixelRatio } = symbolPicture(kind.symbol.shape, isOverfull, SYMBOLS[theme]);
        if (map.hasImage(name)) map.updateImage(name, data);
        else map.addImage(name, data, { pixelRatio });
      }
    const put = (layers: readonly Parameters<MapLibreMap["addLayer"]>[0][], before: string): void => {
      for (const layer of layers) {
        if (map.getLayer(layer.id)) map.removeLayer(layer.id);
        map.addLayer(layer, map.getLayer(before) ? before : undefined);
      }
    };
    if (hasRoads) put(roadLayers(ROAD_COLOURS[theme]), "borders");
    if (!hasFacilities) return;
    if (!map.getSource(CATCHMENT)) map.addSource(CATCHMENT, { type: "geojson", data: NOTHING });
    put(catchmentLayers(tokens, CATCHMENT_COLOURS[theme]), "marks");
    put(facilityLayers(), "marks");
  }

  #setVisible(id: string, isVisible: boolean): void {
    if (this.#map.getLayer(id)) this.#map.setLayoutProperty(id, "visibility", isVisible ? "visible" : "none");
  }

  /** The facility at a point of the canvas; null for none. */
  facilityAt(point: { readonly x: number; readonly y: number }, pointerType: string): FoundFacility | null {
    const map = this.#map;
    const layers = FACILITY_KINDS.map(({ id }) => `${FACILITIES}-${id}`).filter((id) => map.getLayer(id));
    if (layers.length === 0) return null;
    const reach = pointerType === "touch" ? REACH_PX.touch : REACH_PX.mouse;
    const box: [PointLike, PointLike] = [
      [point.x - reach, point.y - reach],
      [point.x + reach, point.y + reach],
    ];
    const [found] = map.queryRenderedFeatures(box, { layers });
    if (!found || found.geometry.type !== "Point") return null;
    const at = map.project(found.geometry.coordinates as [number, number]);
    const properties = found.properties as Record<string, string>;
    return {
      code: properties["code"]!,
      kind: properties["kind"]!,
      names: Object.fromEntries(
        Object.entries(properties).flatMap(([key, name]) =>
          key.startsWith("name:") ? [[key.slice("name:".length), name]] : [],
        ),
      ),
      at: { x: at.x, y: at.y },
    };
  }

  /** Lights up the villages of a facility; null for none. */
  showCatchment(catchment: ShownCatchment | null): void {
    const source = this.#map.getSource<GeoJSONSource>(CATCHMENT);
    const key = JSON.stringify(catchment);
    if (!source || key === this.#catchment) return;
    this.#catchment = key;
    source.setData(catchment === null ? NOTHING : catchmentFeatures(catchment));
  }
}

export interface FoundFacility {
  readonly code: string;
  readonly kind: string;
  readonly names: Readonly<Record<string, string>>;
  /** Pixels on the canvas. */
  readonly at: { readonly x: number; readonly y: number };
}

const zooms = (layer: ThingLayer): { minzoom: number; maxzoom: number } => ({
  minzoom: THING_LAYERS[layer].minZoom,
  maxzoom: THING_LAYERS[layer].maxZoom,
});

function catchmentFeatures({ point, villages }: ShownCatchment): FeatureCollection {
  const lines = villages.map(({ centre, count }) => ({
    type: "Feature" as const,
    properties: { count },
    geometry: { type: "LineString" as const, coordinates: [[...centre], [...point]] },
  }));
  const dots = villages.map(({ centre, count }) => ({
    type: "Feature" as const,
    properties: { count },
    geometry: { type: "Point" as const, coordinates: [...centre] },
  }));
  return {
    type: "FeatureCollection",
    features: [
      ...lines,
      ...dots,
      {
        type: "Feature",
        properties: { isFacility: true },
        geometry: { type: "Point", coordinates: [...point] },
      },
    ],
  };
}
