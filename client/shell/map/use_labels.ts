// Names of areas on the map: those inside the open area while they are few, and its neighbours.

import { useEffect, useMemo } from "react";
import type { AreaSummary } from "#domain/contract/areas";
import { insideOf } from "#client/data/column.ts";
import { useInsiders, useSiblings } from "#client/data/use_area_names.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { Circle, Label } from "#client/map/labels.ts";
import type { MapView } from "#client/map/map_view.ts";

/** Names of more areas than this would hide the data. */
const NAMED_INSIDERS = 90;

/** Writes the names, each under its circle where it has one. */
export function useLabels(mapView: MapView | null, circles: readonly Circle[]): void {
  const words = useWords();
  const here = useView();
  const insiders = useInsiders();
  const siblings = useSiblings();
  const openCode = insideOf(here);
  const selectedCode = here.resolved.selected?.code ?? null;
  const labels = useMemo(() => {
    const radius = new Map(circles.map((circle) => [circle.code, circle.radiusPx]));
    const label =
      (isOutside: boolean) =>
      ({ code, names, centre }: AreaSummary, order: number): Label[] => {
        if (!centre || code === openCode) return [];
        const offset = radius.has(code) ? radius.get(code)! / 12 + 0.1 : 0.4;
        const place = code === selectedCode ? -1 : order;
        return [{ code, name: words.text(names), centre, order: place, isOutside, offset }];
      };
    const inside = insiders.length <= NAMED_INSIDERS ? insiders.flatMap(label(false)) : [];
    return [...inside, ...siblings.flatMap(label(true))];
  }, [siblings, insiders, words, openCode, selectedCode, circles]);
  useEffect(() => mapView?.label(labels), [mapView, labels]);
}
