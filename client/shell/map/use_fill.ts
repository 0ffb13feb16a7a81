// The fill of the map: shown when its classes are there, its values fetched at the same time.

import { useEffect } from "react";
import { useView } from "#client/data/view_context.ts";
import type { MapView } from "#client/map/map_view.ts";
import { NOTHING, columnsOf } from "#client/model/fill.ts";
import { subscribePrefetch } from "#client/model/prefetch.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { useWallScale } from "#client/model/wall_scale.ts";
import { readColours } from "#client/ui/theme_colours.ts";
import { useModeFill } from "./use_mode_fill.ts";

/** Draws colours, classes and what stands out. */
export function useFill(mapView: MapView | null): void {
  const { catalog, view, resolved } = useView();
  const { fill, level: paintedLevel, pick } = useModeFill();
  const scale = useWallScale();
  const { indicator, period, nearestPeriod, ramp, isCount } = resolved;

  useEffect(() => {
    mapView?.applyTheme(readColours(view.theme), view.theme, ramp[3]!, isCount, scale);
  }, [mapView, view.theme, ramp, isCount, scale]);

  // The content changes only when its classes are there, so that fill and legend always belong together.
  const isEmpty = indicator === null || nearestPeriod !== null;
  useEffect(() => {
    const level = tileLevelOf(catalog, paintedLevel ?? (isEmpty ? resolved.level.id : undefined));
    if (!mapView || !level) return;
    mapView.contentSwitch.show({
      level,
      fill: paintedLevel ? fill : NOTHING,
      tokens: readColours(view.theme),
    });
  }, [mapView, catalog, paintedLevel, fill, isEmpty, resolved.level.id, view.theme]);

  // Values and classes are on their way at the same time.
  useEffect(() => {
    if (mapView && indicator) mapView.contentSwitch.prefetch([columnsOf(indicator, period)]);
  }, [mapView, indicator, period]);
  useEffect(
    () => (mapView ? subscribePrefetch((columns) => mapView.contentSwitch.prefetch(columns)) : undefined),
    [mapView],
  );
  useEffect(() => mapView?.contentSwitch.pick(pick), [mapView, pick]);
}
