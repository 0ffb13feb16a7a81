// The list under the map (or in the sheet), as the mode has it.

import { useView } from "#client/data/view_context.ts";
import type { PaneProps } from "#client/modes/mode.ts";
import { modeRow } from "#client/modes/modes.ts";

export function TablePane(props: PaneProps) {
  const { Pane } = modeRow(useView().resolved.mode);
  return <Pane {...props} />;
}
