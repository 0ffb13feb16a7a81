// English words of the map and its hover card.

import type { ContextLayerId } from "#domain/context";

export const map = {
  hoverRank: (rank: number, of: number, _isNeutral: boolean) => `rank ${rank} of ${of}`,
  hoverTap: "Tap again to open",

  mapLabel: (levels: string, area: string, indicator: string) =>
    `Map of the ${levels} in ${area} by ${indicator}. Arrow keys pan, plus and minus zoom. The table lists the same areas.`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the map to the open area",
  layers: {
    title: "Layers",
    names: {
      settlement: "Settled land",
      relief: "Relief",
      water: "Water",
      seats: "Towns",
    } satisfies Record<ContextLayerId, string>,
  },
  mapMissing: "The map cannot be drawn here",
  mapMissingWhat:
    "This browser does not support WebGL. The table and the profile show the same figures and work as usual.",
  mapOld: "Some figures did not load: the map still shows the previous ones.",
  mapPartMissing: "Part of the map did not load; it will be tried again.",
};
