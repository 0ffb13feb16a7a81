// What is drawn by MapLibre, in one part of the bundle: one map, or what the mode has in its place.

import { useView } from "#client/data/view_context.ts";
import { MODE_MAPS } from "#client/modes/mode_maps.ts";
import { modeId } from "#client/modes/modes.ts";
import { MapCanvas } from "./MapCanvas.tsx";
import type { MapCanvasProps } from "./MapCanvas.tsx";

export default function Maps({ layout }: MapCanvasProps) {
  const ModeMaps = MODE_MAPS[modeId(useView().resolved.mode)];
  return ModeMaps ? <ModeMaps /> : <MapCanvas layout={layout} />;
}
