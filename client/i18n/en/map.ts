// English words of the map and its hover card.

import { lower } from "./grammar.ts";

export const map = {
  hoverRank: (rank: number, of: number) => `rank ${rank} of ${of}`,
  hoverTap: "Tap again to open",

  mapLabel: (levels: string, area: string, indicator: string) =>
    `Map of the ${lower(levels)} in ${area} by ${indicator}. Arrow keys move it, plus and minus zoom. The table holds the same areas.`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the open area",
  mapMissing: "The map cannot be drawn here",
  mapMissingWhat:
    "This browser offers no WebGL. The table and the profile hold the same figures and work as usual.",
  mapOld: "Some figures did not load: the map still shows what was there before.",
  mapPartMissing: "Part of the map did not load; it will be tried again.",
  mapLoading: "Drawing the map",
};
