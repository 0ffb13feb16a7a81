// Going to an area, and one level up.

import { useCallback } from "react";
import { areaAbove } from "#client/model/resolved_view.ts";
import { useView } from "./view_context.ts";

/** How an area is opened: the camera goes along; a level that was fixed stays, if there is one of that name. */
export function useOpen(): (code: string) => void {
  const { view, change, catalog } = useView();
  const level = catalog.levels.some(({ id }) => id === view.level) ? view.level : null;
  const { rootCode } = catalog;
  return useCallback(
    (code) => change({ area: code === rootCode ? null : code, camera: null, level }),
    [change, rootCode, level],
  );
}

/** How to go one level up; null where there is nothing above. */
export function useGoUp(): (() => void) | null {
  const { change, catalog, resolved } = useView();
  const above = areaAbove(resolved.selected ?? resolved.open, catalog.rootCode);
  return above === undefined ? null : () => change({ area: above, camera: null });
}
