// The modes of the map. A new one is a folder and a row here.

import type { ResolvedMode } from "#client/model/resolved_view.ts";
import { bivariate } from "./bivariate/mode.ts";
import { change } from "./change/mode.ts";
import { compare } from "./compare/mode.ts";
import type { ModeRow } from "./mode.ts";
import { one } from "./one/mode.ts";

/** In the order in which they are offered. */
export const MODES: Readonly<Record<string, ModeRow>> = { one, bivariate, change, compare };

/** Key of a mode in the table. */
export const modeId = (mode: ResolvedMode): string => (mode.kind === "named" ? mode.id : mode.kind);

/** The row of a mode; an unknown one shows one indicator. */
export const modeRow = (mode: ResolvedMode): ModeRow => MODES[modeId(mode)] ?? one;
