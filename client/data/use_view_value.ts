// The value of the view's context: the same object while neither view, catalogue, open area nor level changes.

import { useMemo } from "react";
import type { Catalog } from "#domain/contract/catalog";
import type { ChangeView } from "#client/model/location.ts";
import { automaticLevel, openOf, resolveView } from "#client/model/resolved_view.ts";
import type { BaseView } from "#client/model/view.ts";
import { useTileZoom, useZoomed } from "#client/model/zoom.ts";
import { useOpenArea } from "./use_open_area.ts";
import type { ViewValue } from "./view_context.ts";

/** Resolves the view against the catalogue, the area that it names and the zoom of the map. */
export function useViewValue(catalog: Catalog, view: BaseView, change: ChangeView): ViewValue {
  const { area, parent } = useOpenArea({ view, catalog });
  const level = useZoomed((zoom) => automaticLevel(catalog.levels, zoom, openOf(area, parent)));
  const zoom = useTileZoom();
  const deepest = Math.max(...catalog.levels.map(({ minZoom }) => minZoom));
  // Every level is drawn from here on: closer makes no difference.
  const shownZoom = zoom === null ? null : Math.min(zoom, deepest);
  return useMemo(
    () => ({ view, change, catalog, resolved: resolveView(view, catalog, area, parent, level, shownZoom) }),
    [view, change, catalog, area, parent, level, shownZoom],
  );
}
