import { expect, it } from "vitest";
import { AreaIndex } from "./area_index.ts";

const index = new AreaIndex(
  [0, 0, 2, 2, 2].map((parent_idx, at) => ({
    code: `99${at}`,
    names: { zh: `村${at}`, en: `V${at}` },
    parent_idx,
  })),
);

it("gives codes and names back", () => {
  expect(index.code(4)).toBe("994");
  expect(index.names(3)).toEqual({ zh: "村3", en: "V3" });
});

it("finds the children of an area, of several, and of one without any", () => {
  expect(index.childrenOf({ first: 0, last: 0 })).toEqual({ first: 0, last: 1 });
  expect(index.childrenOf({ first: 0, last: 2 })).toEqual({ first: 0, last: 4 });
  const { first, last } = index.childrenOf({ first: 1, last: 1 });
  expect(last).toBe(first - 1);
});
