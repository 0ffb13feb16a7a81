import { expect, it } from "vitest";
import { placeLabels } from "./place_labels.ts";

const anchors = (sites: readonly (readonly [number, number, string])[]) =>
  placeLabels(
    sites.map(([x, y, name]) => ({ at: [x, y], name })),
    [0, 400],
  ).map(({ anchor }) => anchor);

it("puts a name to the right, and elsewhere where a disc, another name or the edge is", () => {
  expect(anchors([[100, 100, "平坡村"]])).toEqual(["start"]);
  expect(anchors([[390, 100, "平坡村"]])).toEqual(["end"]);
  // The second disc stands where the name of the first would be, and the other way round.
  expect(
    anchors([
      [100, 100, "内场村"],
      [130, 100, "黑堡村"],
    ]),
  ).toEqual(["end", "start"]);
  expect(
    anchors([
      [60, 100, "A"],
      [100, 100, "Heibao Village"],
      [130, 100, "B"],
    ]),
  ).toEqual(["start", "middle", "start"]);
});
