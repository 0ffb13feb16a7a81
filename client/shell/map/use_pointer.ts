// What the pointer does on the map: it hovers areas, opens or picks them, and moves the camera.

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapView } from "#client/map/map_view.ts";
import { toggledIn } from "#client/model/basket.ts";
import { setHover } from "#client/model/hover.ts";
import { setHoveredFacility } from "#client/model/hovered_facility.ts";
import { usePicking } from "#client/model/picking.ts";
import { setZoom } from "#client/model/zoom.ts";

export interface PointerState {
  readonly isOver: boolean;
  readonly isTouch: boolean;
}

/** Listens to the pointer. With a finger the first tap points at an area, the second opens it. */
export function usePointer(mapView: MapView | null): PointerState {
  const { view, change } = useView();
  const openArea = useOpen();
  const picking = usePicking();
  const [isOver, setIsOver] = useState(false);
  const [isTouch, setIsTouch] = useState(false);
  const tappedFirst = useRef<string | null>(null);

  const onMoveEnd = useEffectEvent((isByReader: boolean) => {
    if (!mapView || mapView.isOnPaper) return;
    const now = mapView.cameraControl.camera();
    setZoom(now.zoom);
    if (isByReader) change({ camera: now }, "replace");
  });
  const onPoint = useEffectEvent((point: { x: number; y: number } | null) => {
    const facility = point && mapView && picking === null ? mapView.things.facilityAt(point, "mouse") : null;
    setHoveredFacility(facility);
    const area = point && mapView && !facility ? mapView.pointer.areaAt([point.x, point.y]) : null;
    setIsOver(area !== null || facility !== null);
    setHover(area && point ? { ...area, from: "map", point } : null);
    return area?.code ?? null;
  });
  const onClick = useEffectEvent((point: { x: number; y: number }, pointerType: string) => {
    const touches = pointerType === "touch";
    setIsTouch(touches);
    const facility = picking === null ? mapView?.things.facilityAt(point, pointerType) : null;
    if (facility) {
      setHover(null);
      tappedFirst.current = null;
      change({ facility: facility.code, pane: "profile" });
      return;
    }
    const code = onPoint(point);
    const isSecond = code !== null && code === tappedFirst.current;
    tappedFirst.current = code;
    if (code !== null && picking !== null) change(toggledIn(view, code));
    else if (code !== null && (!touches || isSecond)) openArea(code);
  });
  useEffect(() => mapView?.pointer.listen({ onMoveEnd, onPoint, onClick }), [mapView]);
  return { isOver, isTouch };
}
