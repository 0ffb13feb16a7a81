// What stands in the left panel, from above. A new part is a row here.

import type { ComponentType } from "react";
import { Filters } from "#client/filters/Filters.tsx";
import { LayerList } from "#client/shell/layers/LayerList.tsx";
import { ShownLegend } from "./ShownLegend.tsx";

export interface LeftPart {
  readonly id: string;
  readonly Part: ComponentType;
  /** Whether it stays on the map, as a card of its own, while the panel is folded. */
  readonly staysWhenFolded: boolean;
}

export const LEFT_PARTS: readonly LeftPart[] = [
  { id: "legend", Part: ShownLegend, staysWhenFolded: true },
  { id: "layers", Part: LayerList, staysWhenFolded: false },
  { id: "filters", Part: Filters, staysWhenFolded: false },
];
