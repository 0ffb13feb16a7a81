// The endpoints, each against its contract, and what they say against each other; the cases are in `api/`.

import { describe } from "vitest";
import { DATABASES } from "#sql/test/databases";
import { openApi } from "./api/api.ts";
import { areaCases } from "./api/areas.ts";
import { changeCases } from "./api/change.ts";
import { classCases } from "./api/classes.ts";
import { editionCases } from "./api/editions.ts";
import { protocolCases } from "./api/protocol.ts";
import { setCases } from "./api/sets.ts";
import { surenessCases } from "./api/sureness.ts";
import { thingCases } from "./api/things.ts";
import { valueCases } from "./api/values.ts";
import { workbookCases } from "./api/workbook.ts";
import { writingCases } from "./api/writing.ts";

describe.each(DATABASES)("the API on the $name database", (kind) => {
  const api = openApi(kind);
  areaCases(api);
  valueCases(api);
  classCases(api);
  changeCases(api);
  setCases(api);
  surenessCases(api);
  thingCases(api);
  workbookCases(api);
  writingCases(api);
  // Last, since they publish releases and withdraw them.
  protocolCases(api);
  editionCases(api);
});
