// The endpoints, each against its contract, and what they say against each other; the cases are in `api/`.

import { describe } from "vitest";
import { DATABASES } from "#sql/test/databases";
import { openApi } from "./api/api.ts";
import { areaCases } from "./api/areas.ts";
import { classCases } from "./api/classes.ts";
import { protocolCases } from "./api/protocol.ts";
import { setCases } from "./api/sets.ts";
import { surenessCases } from "./api/sureness.ts";
import { valueCases } from "./api/values.ts";

describe.each(DATABASES)("the API on the $name database", (kind) => {
  const api = openApi(kind);
  areaCases(api);
  valueCases(api);
  classCases(api);
  setCases(api);
  surenessCases(api);
  // Last, since it publishes a release and withdraws it.
  protocolCases(api);
});
