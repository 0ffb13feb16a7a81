// Every word the product says, in English. `zh` must have the same keys.

import { grammar } from "./en/grammar.ts";
import { screen } from "./en/screen.ts";
import { legend } from "./en/legend.ts";
import { modes } from "./en/modes.ts";
import { table } from "./en/table.ts";
import { profile } from "./en/profile.ts";
import { map } from "./en/map.ts";
import { panels } from "./en/panels.ts";
import { catalog } from "./en/catalog.ts";
import { provenance } from "./en/provenance.ts";

export const en = {
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

export type Messages = typeof en;
