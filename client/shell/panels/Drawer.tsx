// The drawer under the map: the periods along its upper edge, the list in one of three heights.

import { useView } from "#client/data/view_context.ts";
import { modeRow } from "#client/modes/modes.ts";
import { TablePane } from "#client/shell/TablePane.tsx";
import { TimeSlider } from "#client/shell/TimeSlider.tsx";
import "./panels.css";

export function Drawer() {
  const { view, resolved } = useView();
  const { hasOwnLegends } = modeRow(resolved.mode);
  return (
    <div className={`drawer card is-${view.table ?? "line"}`} data-covers-map>
      {!hasOwnLegends && <TimeSlider />}
      <TablePane isSheet={false} />
    </div>
  );
}
