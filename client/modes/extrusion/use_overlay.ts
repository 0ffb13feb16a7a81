// The overlay that draws columns on a map (its code is loaded when it is first switched on), and the tilt that goes with it.

import { useEffect, useRef, useState } from "react";
import { prefersReducedMotion } from "#client/map/camera.ts";
import type { MapView } from "#client/map/map_view.ts";
import type { ColumnOverlay } from "./overlay.ts";

const TILT = 50;
const TILT_MS = 500;

/** The overlay while it is on; null until it is loaded. `failure` says why it could not be. */
export function useOverlay(
  mapView: MapView | null,
  isOn: boolean,
): { readonly overlay: ColumnOverlay | null; readonly failure: string | null } {
  const [overlay, setOverlay] = useState<ColumnOverlay | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!isOn || !mapView) return undefined;
    let made: ColumnOverlay | null = null;
    let isOver = false;
    void import("./overlay.ts").then(
      ({ ColumnOverlay: Overlay }) => {
        if (isOver) return;
        made = new Overlay(mapView.map);
        setOverlay(made);
        setFailure(null);
      },
      (reason: unknown) => setFailure(String(reason)),
    );
    return () => {
      isOver = true;
      setOverlay(null);
      made?.remove();
    };
  }, [isOn, mapView]);
  return { overlay, failure };
}

/** Tilts the map while the columns are on, once it shows the open area. */
export function useTilt(mapView: MapView | null, isOn: boolean, isPlaced: boolean): void {
  const wasOn = useRef(false);
  useEffect(() => {
    if (!mapView || isOn === wasOn.current || !isPlaced) return undefined;
    const { map } = mapView;
    const tilt = (): void => {
      wasOn.current = isOn;
      if (isOn) map.setMaxPitch(60);
      else map.once("moveend", () => map.getPitch() === 0 && map.setMaxPitch(0));
      map.easeTo({ pitch: isOn ? TILT : 0, duration: prefersReducedMotion() ? 0 : TILT_MS });
    };
    // A camera movement to the open area comes first; a tilt would stop it.
    const timer = setTimeout(() => (map.isMoving() ? map.once("moveend", tilt) : tilt()), 0);
    return () => {
      clearTimeout(timer);
      map.off("moveend", tilt);
    };
  }, [mapView, isOn, isPlaced]);
}
