import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawsFor, nameOf } from "./tile_fallback.ts";
import type { TileId } from "./tile_fallback.ts";

const tile = (z: number, x: number, y: number): TileId => ({ z, x, y });
const ready =
  (...names: string[]) =>
  (id: TileId): boolean =>
    names.includes(nameOf(id));

describe("the tiles that are drawn", () => {
  it("are the right ones where they are there", () => {
    expect(drawsFor([tile(3, 1, 2)], ready("3/1/2", "2/0/1"), 0)).toEqual([
      { tile: tile(3, 1, 2), frame: tile(3, 1, 2) },
    ]);
  });

  it("are coarser ones inside the frame of those that are not, the nearest first", () => {
    expect(drawsFor([tile(3, 5, 2)], ready("2/2/1", "1/1/0"), 1)).toEqual([
      { tile: tile(2, 2, 1), frame: tile(3, 5, 2) },
    ]);
    expect(drawsFor([tile(3, 5, 2)], ready("1/1/0"), 2)).toEqual([]);
  });

  it("are finer ones when there is nothing coarser, as on the way out", () => {
    expect(drawsFor([tile(1, 0, 1)], ready("2/0/2", "3/2/5"), 0)).toEqual([
      { tile: tile(2, 0, 2), frame: tile(2, 0, 2) },
      { tile: tile(3, 2, 5), frame: tile(3, 2, 5) },
    ]);
  });

  it("never overlap", () => {
    const names = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.nat({ max: 15 }), fc.nat({ max: 15 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(names, (some) => {
        const known = new Set(some.map(([z, x, y]) => nameOf({ z, x: x >> (4 - z), y: y >> (4 - z) })));
        const cover = Array.from({ length: 16 }, (_, i) => tile(2, i & 3, i >> 2));
        const painted = new Set<string>();
        for (const { frame } of drawsFor(cover, (id) => known.has(nameOf(id)), 0)) {
          const span = 2 ** (4 - frame.z);
          for (let i = 0; i < span * span; i++) {
            const cell = `${frame.x * span + (i % span)}/${frame.y * span + Math.floor(i / span)}`;
            expect(painted.has(cell)).toBe(false);
            painted.add(cell);
          }
        }
      }),
    );
  });
});
