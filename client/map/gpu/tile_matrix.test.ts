import { describe, expect, it } from "vitest";
import { scissorOf, runsInBox, visibleBox } from "./tile_matrix.ts";

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
    expect(scissorOf(matrix(1 / 8192, -1 / 8192, -0.5, 0.5), 800, 600)).toEqual([200, 150, 400, 300]);
  });

  it("ends at the edge of the canvas", () => {
    expect(scissorOf(matrix(4 / 8192, -1 / 8192, 0, 0.5), 800, 600)).toEqual([400, 150, 400, 300]);
  });

  it("is none for a tile beside the canvas", () => {
    expect(scissorOf(matrix(1 / 8192, -1 / 8192, 1.1, 0.5), 800, 600)).toBeNull();
  });

  it("is the whole canvas for a tile that reaches behind the camera, none for one that lies behind it", () => {
    expect(scissorOf(matrix(1 / 8192, -1 / 8192, -0.5, 0.5, -2 / 8192), 800, 600)).toEqual([0, 0, 800, 600]);
    const behind = matrix(1 / 8192, -1 / 8192, -0.5, 0.5);
    behind[15] = -1;
    expect(scissorOf(behind, 800, 600)).toBeNull();
  });
});

describe("what of a tile is in view", () => {
  it("is the part of its plane that fills clip space from −1 to 1", () => {
    // Clip x is 0 in the middle of the tile (u = 4096, x = 2048) and 1 a quarter of the tile further right;
    // clip y is 1 a quarter of the tile from its top, and goes down by 2 in its height.
    expect(visibleBox(matrix(4 / 8192, -2 / 8192, -2, 1.5))).toEqual([1024, 1024, 3072, 5120]);
  });

  it("is not known under a tilted camera", () => {
    expect(visibleBox(matrix(1 / 8192, -1 / 8192, 0, 0, 1 / 8192))).toBeNull();
  });

  it("leaves out what is drawn for areas beside it, and joins those of neighbours in the list", () => {
    const boxes = Int16Array.from(
      [
        [0, 0, 10, 10],
        [10, 0, 20, 10],
        [100, 0, 110, 10],
        [0, 100, 10, 110],
        [5, 5, 200, 200],
      ].flat(),
    );
    const first = Uint32Array.of(0, 2, 3, 7, 8, 10);
    expect(runsInBox(boxes, first, [0, 0, 50, 50])).toEqual([
      [0, 3],
      [8, 2],
    ]);
    expect(runsInBox(boxes, first, [-50, -50, -1, -1])).toEqual([]);
    expect(runsInBox(boxes, first, null)).toEqual([[0, 10]]);
    // An area whose borders all stand with others has none of its own.
    expect(runsInBox(boxes, Uint32Array.of(0, 2, 2, 7, 8, 8), [12, 0, 50, 10])).toEqual([]);
  });
});
