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
  describe("areas", () => areaCases(api));
  describe("values", () => valueCases(api));
  describe("classes", () => classCases(api));
  describe("sets", () => setCases(api));
  describe("sureness", () => surenessCases(api));
  // Last, since it publishes a release and withdraws it.
  describe("protocol", () => protocolCases(api));
});
