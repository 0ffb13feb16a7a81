// Everything that stands on the map beside the areas, as the app draws it: relief, settled land, water, roads, seats, facilities.

import type { Map as MapLibreMap } from "maplibre-gl";
import { catalogContract } from "#domain/contract/catalog";
import { contextContract } from "#domain/contract/context";
import { ask, addressOf } from "#client/data/api.ts";
import { ContextLayers } from "#client/map/context/context_layers.ts";
import { SIGN_RATIO, drawSign, pointLooks, signName } from "#client/map/context/signs.ts";
import type { AreaLayer } from "#client/map/gpu/area_layer.ts";
import { nameColours, namedPoints, namesData, namesLayer } from "#client/map/names.ts";
import { Things } from "#client/map/things/things.ts";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { drawn, never } from "./ground.ts";

/** Draws the layers of the canvas of the areas, once all their tiles are there. */
async function loadContext(map: MapLibreMap, areas: AreaLayer): Promise<ContextLayers> {
  const { layers: stored } = await ask(contextContract, "/api/context", never);
  const context = new ContextLayers(map, () => areas.invalidate());
  const on = stored.map(({ layer }) => layer);
  context.show({ stored, on, theme: "light", isWhole: true, isChange: false });
  while (!context.isSettled) await new Promise((resolve) => setTimeout(resolve, 20));
  return context;
}

/** Adds the signs of the seats to MapLibre's layers. */
function addSeats(map: MapLibreMap, { points }: ContextLayers, tokens: MapColours): void {
  for (const look of pointLooks())
    map.addImage(signName(look), drawSign(look, tokens, "light"), { pixelRatio: SIGN_RATIO });
  const colours = nameColours(null, tokens);
  const data = namesData(namedPoints([], points).map((point) => ({ ...point, ...colours })));
  map.addSource("labels", { type: "geojson", data, promoteId: "code" });
  map.addLayer(namesLayer(false, 1));
}

/** Adds roads and facilities of the release to MapLibre's layers. */
async function addThings(map: MapLibreMap, tokens: MapColours): Promise<void> {
  const catalog = await ask(catalogContract, addressOf({ contract: catalogContract, query: {} }), never);
  new Things(map).show({
    release: catalog.address,
    period: catalog.periods.at(-1)!,
    off: [],
    hasRoads: (catalog.things?.roadClasses.length ?? 0) > 0,
    hasFacilities: (catalog.things?.kinds.length ?? 0) > 0,
    tokens,
    isDark: false,
  });
}

/** Fetches all layers; resolves with what draws them or takes them away, done when MapLibre has drawn its part. */
export async function loadAllLayers(
  map: MapLibreMap,
  areas: AreaLayer,
  tokens: MapColours,
): Promise<(isShown: boolean) => Promise<void>> {
  const before = new Set(map.getLayersOrder());
  const context = await loadContext(map, areas);
  addSeats(map, context, tokens);
  await addThings(map, tokens);
  const added = map.getLayersOrder().filter((id) => !before.has(id));
  return async (isShown) => {
    areas.drawOver(() => (isShown ? context.painted : null));
    for (const id of added) map.setLayoutProperty(id, "visibility", isShown ? "visible" : "none");
    await drawn(map);
  };
}
