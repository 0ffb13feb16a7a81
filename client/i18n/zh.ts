// Every word the product says, in Chinese, written for Chinese readers and not word by word.

import type { Messages } from "./en.ts";
import { grammar } from "./zh/grammar.ts";
import { screen } from "./zh/screen.ts";
import { legend } from "./zh/legend.ts";
import { modes } from "./zh/modes.ts";
import { table } from "./zh/table.ts";
import { profile } from "./zh/profile.ts";
import { map } from "./zh/map.ts";
import { panels } from "./zh/panels.ts";
import { catalog } from "./zh/catalog.ts";
import { provenance } from "./zh/provenance.ts";

export const zh: Messages = {
  ...grammar,
  ...screen,
  ...legend,
  ...modes,
  ...table,
  ...profile,
  ...map,
  ...panels,
  ...catalog,
  ...provenance,
};
