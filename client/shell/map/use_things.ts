// Roads and facilities on the map, and the villages of the facility that is open.

import { useEffect } from "react";
import { useFacility } from "#client/data/use_facility.ts";
import { useView } from "#client/data/view_context.ts";
import type { MapView } from "#client/map/map_view.ts";
import { readColours } from "#client/ui/theme_colours.ts";

/** Draws facilities by release, period, theme, the layers that are switched off, and the open facility. */
export function useThings(mapView: MapView | null): void {
  const { catalog, view, resolved } = useView();
  const facility = useFacility().data;
  const { things, address } = catalog;
  const { period } = resolved;
  const hasRoads = (things?.roadClasses.length ?? 0) > 0;
  const hasFacilities = (things?.kinds.length ?? 0) > 0;
  useEffect(() => {
    if (!mapView || period === "") return;
    mapView.things.show({
      release: address,
      period,
      off: view.off,
      hasRoads,
      hasFacilities,
      tokens: readColours(view.theme),
      isDark: view.theme === "dark",
    });
  }, [mapView, address, period, view.off, view.theme, hasRoads, hasFacilities]);

  useEffect(() => {
    if (!mapView) return;
    mapView.things.showCatchment(
      facility?.point
        ? {
            point: facility.point,
            villages: (facility.catchment ?? []).flatMap(({ centre, count }) =>
              centre ? [{ centre, count }] : [],
            ),
          }
        : null,
    );
    mapView.lines.outline("served", facility?.catchment?.map(({ code }) => code) ?? []);
  }, [mapView, facility]);
}
