// Modes that have several maps in the place of the one. Beside `MODES`, since all that draws with MapLibre is loaded later.

import type { ComponentType } from "react";
import { CompareMaps } from "./compare/CompareMaps.tsx";

export const MODE_MAPS: Readonly<Record<string, ComponentType>> = { compare: CompareMaps };
