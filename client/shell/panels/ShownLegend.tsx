// The legend of the mode.

import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";

export function ShownLegend() {
  const { resolved } = useView();
  const { Legend } = modeRow(resolved.mode);
  return resolved.indicator && <Legend />;
}
