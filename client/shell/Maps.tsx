// What is drawn by MapLibre, in one part of the bundle: one map, or several at once.

import { CompareMaps } from "#client/modes/compare/CompareMaps.tsx";
import { useScreen } from "#client/data/screen.ts";
import MapCanvas from "./MapCanvas.tsx";
import type { MapProps } from "./MapCanvas.tsx";

export default function Maps(props: MapProps) {
  const { view } = useScreen();
  return view.maps ? (
    // Side by side and in a swipe the maps have other sizes and begin with another frame.
    <CompareMaps key={`${view.maps.length} ${view.swipe}`} maps={view.maps} onZoom={props.onZoom} />
  ) : (
    <MapCanvas {...props} />
  );
}
