// What the map says it shows, to those who do not see it.

import { useEffect } from "react";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { MapView } from "#client/map/map_view.ts";

/** Names the map by level, area and indicator; returns the name. */
export function useName(mapView: MapView | null): string {
  const words = useWords();
  const { level, open, indicator } = useView().resolved;
  const area = open ? words.text(open.names) : words.t.wholeTerritory;
  const name = words.t.mapLabel(words.plural(level), area, indicator ? words.text(indicator.label) : "");
  useEffect(() => mapView?.name(name), [mapView, name]);
  return name;
}
