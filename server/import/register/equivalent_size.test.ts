import { expect, it } from "vitest";
import { equivalentSize } from "./equivalent_size.ts";

it.each([
  ["oecd_modified", 1, 1, { equivalentSize: 1 }],
  // Two adults and two children, as the scale is usually explained.
  ["oecd_modified", 4, 2, { equivalentSize: 2.1 }],
  ["oecd_modified", 3, 0, { equivalentSize: 1.6 }],
  ["oecd_modified", 2, Number.NaN, { netIncomeFen: null }],
  ["square_root", 4, Number.NaN, { equivalentSize: 2 }],
  [undefined, 4, 2, {}],
] as const)("by %s of %d members, %d of them from 14 on, is %j", (equivalence, members, adults, size) => {
  expect(equivalentSize(equivalence ? { equivalence } : {}, { members, adults })).toEqual(size);
});
