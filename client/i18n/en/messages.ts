// All words of the interface in English: the type that every other language has to fill.

import { grammar } from "./grammar.ts";
import { screen } from "./screen.ts";
import { shell } from "./shell.ts";
import { legend } from "./legend.ts";
import { modes } from "./modes.ts";
import { table } from "./table.ts";
import { overview } from "./overview.ts";
import { profile } from "./profile.ts";
import { map } from "./map.ts";
import { panels } from "./panels.ts";
import { plan } from "./plan.ts";
import { places } from "./places.ts";
import { catalog } from "./catalog.ts";
import { format } from "./format.ts";
import { provenance } from "./provenance.ts";
import { publicEdition } from "./public_edition.ts";
import { reports } from "./reports.ts";
import { things } from "./things.ts";
import { tour } from "./tour.ts";
import { wall } from "./wall.ts";

export const en = {
  ...grammar,
  ...screen,
  ...shell,
  ...legend,
  ...modes,
  ...table,
  ...overview,
  ...profile,
  ...map,
  ...panels,
  ...places,
  ...plan,
  ...catalog,
  ...format,
  ...provenance,
  ...publicEdition,
  ...reports,
  ...things,
  ...tour,
  ...wall,
};

export type Messages = typeof en;
