// One camera for several maps: the one that is moved by hand takes the others along.

import type { MapView } from "#client/map/map_view.ts";

/** Ties the cameras of stages of equal size together; gives the way to untie them. */
export function syncCameras(stages: readonly MapView[]): () => void {
  let leader: MapView | null = null;
  const listeners = stages.map((mapView) => {
    const follow = (): void => {
      if (leader !== null && leader !== mapView) return;
      leader = mapView;
      const camera = { center: mapView.map.getCenter(), zoom: mapView.map.getZoom() };
      for (const other of stages) if (other !== mapView) other.map.jumpTo(camera);
      leader = null;
    };
    mapView.map.on("move", follow);
    return { mapView, follow };
  });
  return () => {
    for (const { mapView, follow } of listeners) mapView.map.off("move", follow);
  };
}
