// Loading, boundaries and the states of a release, on a territory of two villages; the cases are in `import/`.

import { describe } from "vitest";
import { DATABASES } from "#sql/test/databases";
import { boundaryCases } from "./import/boundaries.ts";
import { furtherImportCases } from "./import/further_imports.ts";
import { loadingCases } from "./import/loading.ts";
import { releaseCases } from "./import/releases.ts";
import { openSmall } from "./import/territory.ts";

describe.each(DATABASES)("loading into the $name database", (kind) => {
  const small = openSmall(kind);
  loadingCases(small);
  furtherImportCases(small);
  boundaryCases(small);
  releaseCases(small);
});
