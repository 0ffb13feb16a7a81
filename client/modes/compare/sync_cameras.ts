// One camera for several maps: the one that is moved by hand takes the others along.

import type { Stage } from "#client/map/map_view.ts";

/** Ties the cameras of stages of equal size together; gives the way to untie them. */
export function tieCameras(stages: readonly Stage[]): () => void {
  let leader: Stage | null = null;
  const listeners = stages.map((stage) => {
    const follow = (): void => {
      if (leader !== null && leader !== stage) return;
      leader = stage;
      const camera = { center: stage.map.getCenter(), zoom: stage.map.getZoom() };
      for (const other of stages) if (other !== stage) other.map.jumpTo(camera);
      leader = null;
    };
    stage.map.on("move", follow);
    return { stage, follow };
  });
  return () => {
    for (const { stage, follow } of listeners) stage.map.off("move", follow);
  };
}
