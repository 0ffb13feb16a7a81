import { describe, expect, it } from "vitest";
import { rectangleOf } from "./frame.ts";

/** Column by column: x' = sx·u + tx, y' = sy·v + ty, w = 1 + wv·v. */
const matrix = (sx: number, sy: number, tx: number, ty: number, wv = 0): number[] =>
  [
    [sx, 0, 0, 0],
    [0, sy, 0, wv],
    [0, 0, 1, 0],
    [tx, ty, 0, 1],
  ].flat();

describe("the rectangle of a tile on a canvas of 800 × 600 pixels", () => {
  it("is where its corners lie", () => {
    // u and v go from 0 to 8192; clip x from −0.5 to 0.5, clip y from 0.5 down to −0.5.
    expect(rectangleOf(matrix(1 / 8192, -1 / 8192, -0.5, 0.5), 800, 600)).toEqual([200, 150, 400, 300]);
  });

  it("ends at the edge of the canvas", () => {
    expect(rectangleOf(matrix(4 / 8192, -1 / 8192, 0, 0.5), 800, 600)).toEqual([400, 150, 400, 300]);
  });

  it("is none for a tile beside the canvas", () => {
    expect(rectangleOf(matrix(1 / 8192, -1 / 8192, 1.1, 0.5), 800, 600)).toBeNull();
  });

  it("is the whole canvas for a tile that reaches behind the camera, none for one that lies behind it", () => {
    expect(rectangleOf(matrix(1 / 8192, -1 / 8192, -0.5, 0.5, -2 / 8192), 800, 600)).toEqual([
      0, 0, 800, 600,
    ]);
    const behind = matrix(1 / 8192, -1 / 8192, -0.5, 0.5);
    behind[15] = -1;
    expect(rectangleOf(behind, 800, 600)).toBeNull();
  });
});
