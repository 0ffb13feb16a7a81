// Counts as circles on the map: all of one column, and as large as its largest value asks.

import { isFilled } from "#domain/column_kind";
import { useEffect, useMemo } from "react";
import { isSameColumn } from "#client/data/column.ts";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useClasses } from "#client/data/use_classes.ts";
import { useAreaRows, useValues } from "#client/data/use_values.ts";
import { useWords } from "#client/i18n/words.ts";
import { largestRadiusPx, radiusPx } from "#client/map/circles.ts";
import type { Circle } from "#client/map/labels.ts";
import type { MapView } from "#client/map/map_view.ts";

/** Always the same list, so that MapLibre need not draw when values change. */
const NO_CIRCLES: readonly Circle[] = [];

/** Draws the circles of a count, and returns them. */
export function useCircles(mapView: MapView | null): readonly Circle[] {
  const words = useWords();
  const insiders = useInsiders();
  const { column, rowOf } = useAreaRows();
  const classes = useClasses().data;
  const values = useValues().data;
  const isCount = column !== null && !isFilled(column.indicator);
  const max = isCount && isSameColumn(classes, values) ? (classes?.classes.max ?? 0) : null;
  const circles = useMemo(() => {
    if (max === null) return NO_CIRCLES;
    const largest = largestRadiusPx(Math.max(insiders.length, 1));
    return insiders.flatMap(({ code, names, centre }) => {
      const value = rowOf.get(code)?.area.value;
      return centre && value !== undefined
        ? [{ code, name: words.text(names), centre, radiusPx: radiusPx(value, max, largest) }]
        : [];
    });
  }, [max, insiders, rowOf, words]);
  useEffect(() => mapView?.circle(circles), [mapView, circles]);
  return circles;
}
