import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TileLevel } from "#domain/contract/tiles";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { borderStrokes, edgeStroke, growing } from "./strokes.ts";

const levelAt = (legibleZoom: number): TileLevel => ({
  release: "1",
  boundary: "1",
  id: `from ${legibleZoom}`,
  minZoom: 0,
  maxZoom: 12,
  legibleZoom,
});
const tokens = { edge: "white", border: "grey", hatchInk: "dim" } as MapColours;

describe("the width of borders", () => {
  it("is nothing where areas are specks, and whole four zooms after they are legible", () => {
    const widthAt = growing({ legibleZoom: 8 }, 2);
    expect([6, 6.5, 8, 9.5, 12, 15].map((zoom) => Number(widthAt(zoom).toFixed(3)))).toEqual([
      0, 0, 0.6, 1.2, 2, 2,
    ]);
  });

  it("grows with the level at every zoom, where levels are two zooms apart", () => {
    const [province, prefecture, county, township, village] = [2, 4, 6, 8, 10].map(levelAt) as [
      TileLevel,
      ...TileLevel[],
    ];
    const above = [prefecture!, county!, township!];
    const shapes = { above, top: province, open: null, isInside: false, tokens };
    const fill = { kind: "plain", columns: [] } as const;
    const edge = edgeStroke({ level: village!, fill, tokens });
    const strokes = [
      edge,
      ...borderStrokes(shapes)
        .slice(0, 3)
        .map(({ stroke }) => stroke),
    ];
    fc.assert(
      fc.property(fc.double({ min: 0, max: 18, noNaN: true }), (zoom) => {
        const widths = strokes.map(({ widthAt }) => widthAt(zoom));
        expect(widths).toEqual([...widths].sort((a, b) => a - b));
      }),
    );
  });
});
