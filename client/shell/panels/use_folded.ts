// Whether a panel is folded: as the reader left it, else as the width of the screen allows.

import { usePanelFolded } from "#client/model/panels.ts";
import type { Side } from "#client/model/panels.ts";
import { useMedia } from "#client/ui/media.ts";

/** Up to these widths a panel starts folded, in pixels: beside both panels little of the map would be left. */
const STARTS_FOLDED_PX: Readonly<Record<Side, number>> = { left: 1024, right: 0 };

export function useFolded(side: Side): boolean {
  const isTight = useMedia(`screen and (max-width: ${STARTS_FOLDED_PX[side]}px)`);
  return usePanelFolded(side) ?? isTight;
}
