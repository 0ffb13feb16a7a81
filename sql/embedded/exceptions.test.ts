// Names of C++ types as they stand in messages.

import { expect, it } from "vitest";
import { readableTypeName } from "./exceptions.ts";

it("writes a nested C++ type name with its namespaces", () => {
  expect(readableTypeName("N4geos4util17TopologyExceptionE")).toBe("geos::util::TopologyException");
  expect(readableTypeName("9Exception")).toBe("Exception");
  expect(readableTypeName("i")).toBe("i");
});
