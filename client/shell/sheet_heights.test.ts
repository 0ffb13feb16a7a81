import { expect, it } from "vitest";
import { nearestHeight } from "./sheet_heights.ts";

it("snaps to the nearest of the three heights", () => {
  expect(nearestHeight(50, 740)).toBe("peek");
  expect(nearestHeight(300, 740)).toBe("half");
  expect(nearestHeight(600, 740)).toBe("full");
});
