// What one of several maps draws: the fill and borders of its column, the hover of all maps; a click opens the area.

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { LENS_RAMPS } from "#domain/lens_colours";
import { insideOf as insideOfView, shownInside } from "#client/data/column.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapView } from "#client/map/map_view.ts";
import type { Fill } from "#client/model/fill.ts";
import { getHover, setHover, subscribeHover } from "#client/model/hover.ts";
import { tileLevelOf } from "#client/model/tile_level.ts";
import { useWallScale } from "#client/model/wall_scale.ts";
import { readColours } from "#client/ui/theme_colours.ts";
import type { LensId } from "#domain/lens";

export interface DrawnMapOptions {
  /** Of the map, for those who do not see it. */
  readonly name: string;
  readonly lens: LensId;
  /** Null until it is there. */
  readonly fill: Fill | null;
  onStage(mapView: MapView | null): void;
}

/** Draws on a map as it is there; says whether all of it is painted. */
export function useDrawnMap(
  mapView: MapView | null,
  { name, lens, fill, onStage }: DrawnMapOptions,
): boolean {
  const [isPainted, setIsPainted] = useState(false);
  const { catalog, resolved, view } = useView();
  const scale = useWallScale();
  const ramp = LENS_RAMPS[lens][view.theme];
  const reportStage = useEffectEvent(onStage);
  useEffect(() => {
    if (!mapView) return undefined;
    reportStage(mapView);
    mapView.contentSwitch.follow(setIsPainted);
    return () => reportStage(null);
  }, [mapView]);
  useEffect(() => {
    mapView?.applyTheme(readColours(view.theme), view.theme, ramp[3]!, false, scale);
  }, [mapView, view.theme, ramp, scale]);
  useEffect(() => mapView?.name(name), [mapView, name]);
  const level = useMemo(() => tileLevelOf(catalog, resolved.level.id), [catalog, resolved.level.id]);
  useEffect(() => {
    if (mapView && level && fill)
      mapView.contentSwitch.show({ level, fill, tokens: readColours(view.theme) });
  }, [mapView, level, fill, view.theme]);
  useBorders(mapView);
  usePointing(mapView);
  return isPainted;
}

/** The borders of the open area, and of all. */
function useBorders(mapView: MapView | null): void {
  const here = useView();
  const { catalog, resolved, view } = here;
  const insideOf = insideOfView(here);
  const isInside = shownInside(here) !== null;
  const openLevelId = resolved.open?.level;
  useEffect(() => {
    const openLevel = tileLevelOf(catalog, openLevelId);
    mapView?.lines.show({
      above: [],
      top: tileLevelOf(catalog, catalog.levels[0]!.id)!,
      open: insideOf && openLevel ? { level: openLevel, code: insideOf } : null,
      isInside,
      tokens: readColours(view.theme),
    });
  }, [mapView, catalog, insideOf, isInside, openLevelId, view.theme]);
}

/** The hover that all maps share, and the click that opens an area. */
function usePointing(mapView: MapView | null): void {
  const openArea = useOpen();
  useEffect(() => {
    if (!mapView) return undefined;
    return subscribeHover(() => mapView.hover(getHover()?.code ?? null));
  }, [mapView]);
  const onPoint = useEffectEvent((point: { x: number; y: number } | null) => {
    const area = point && mapView ? mapView.pointer.areaAt([point.x, point.y]) : null;
    setHover(area ? { code: area.code, name: area.name, from: "table", point: null, box: null } : null);
    return area?.code ?? null;
  });
  const onClick = useEffectEvent((point: { x: number; y: number }) => {
    const code = onPoint(point);
    if (code !== null) openArea(code);
  });
  useEffect(() => mapView?.pointer.listen({ onPoint, onClick, onMoveEnd: () => undefined }), [mapView]);
}
