// The lines of the map: borders of the levels above, the open area, and outlines of what is selected or picked.

import { useEffect } from "react";
import { insideOf, shownInside } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapView } from "#client/map/map_view.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { readColours } from "#client/ui/theme_colours.ts";

/** Draws the borders of the open area, of the shown level and of what is selected. */
export function useLines(mapView: MapView | null): void {
  const here = useView();
  const { catalog, view, resolved } = here;
  const openCode = insideOf(here);
  const isInside = shownInside(here) !== null;
  const openLevelId = resolved.open?.level;
  const levelId = resolved.level.id;
  useEffect(() => {
    const at = catalog.levels.findIndex(({ id }) => id === levelId);
    const top = tileLevelOf(catalog, catalog.levels[0]!.id)!;
    const openLevel = tileLevelOf(catalog, openLevelId);
    mapView?.lines.show({
      above: catalog.levels.slice(1, Math.max(1, at)).map(({ id }) => tileLevelOf(catalog, id)!),
      top,
      open: openCode && openLevel ? { level: openLevel, code: openCode } : null,
      isInside,
      tokens: readColours(view.theme),
    });
  }, [mapView, catalog, levelId, openLevelId, openCode, isInside, view.theme]);

  const selected = resolved.selected?.code ?? null;
  useEffect(() => mapView?.lines.outline("selected", selected ? [selected] : []), [mapView, selected]);
  useEffect(() => mapView?.lines.outline("marked", view.set ?? []), [mapView, view.set]);
}
