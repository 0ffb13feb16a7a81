import { describe, expect, it } from "vitest";
import { dissolve } from "./dissolve.ts";
import { distanceTo, makeCoverage, type MadeCoverage } from "./fixtures/coverages.ts";
import { cutAll, decodeGeometry, doubledAreaOf, type DecodedTile, type Point } from "./fixtures/decode.ts";
import { BUFFER, EXTENT, worldX, worldY } from "./grid.ts";

interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

const boxOf = ({ x, y }: DecodedTile): Box => ({
  west: x * EXTENT - BUFFER,
  north: y * EXTENT - BUFFER,
  east: (x + 1) * EXTENT + BUFFER,
  south: (y + 1) * EXTENT + BUFFER,
});

const edgesOf = (ring: readonly Point[]): [Point, Point][] =>
  ring.map((point, i) => [point, ring[(i + 1) % ring.length]!]);

const isOnBox = ([ax, ay]: Point, [bx, by]: Point, box: Box): boolean =>
  (ax === bx && (ax === box.west || ax === box.east)) ||
  (ay === by && (ay === box.north || ay === box.south));

/** Directed edges, those on the edge of the box left out, that have no partner in the other direction. */
function loneEdges({ features }: DecodedTile, box: Box): [Point, Point][] {
  const balance = new Map<string, { edge: [Point, Point]; count: number }>();
  for (const { rings } of features)
    for (const edge of rings.flatMap(edgesOf)) {
      if (isOnBox(edge[0], edge[1], box)) continue;
      const isForward = edge[0][0] - edge[1][0] || edge[0][1] - edge[1][1];
      const key = (isForward < 0 ? edge : edge.toReversed()).join(" ");
      const entry = balance.get(key) ?? { edge, count: 0 };
      balance.set(key, entry);
      entry.count += isForward < 0 ? 1 : -1;
    }
  return [...balance.values()].filter(({ count }) => count !== 0).map(({ edge }) => edge);
}

/** The tiles whose box lies within the territory, from the territory's own outer line. */
function innerTiles({ areas }: MadeCoverage, tiles: readonly DecodedTile[]): DecodedTile[] {
  const outline = dissolve(areas.map(({ geometry }) => geometry)).coordinates;
  const main = outline.toSorted((a, b) => b[0]!.length - a[0]!.length)[0]![0]!;
  return tiles.filter((tile) => {
    const scale = EXTENT * 2 ** tile.z;
    const line = main.map(([lon, lat]): Point => [worldX(lon!) * scale, worldY(lat!) * scale]);
    const { west, east, north, south } = boxOf(tile);
    const [cx, cy] = [(west + east) / 2, (north + south) / 2];
    let isInside = false;
    for (const [[ax, ay], [bx, by]] of edgesOf(line)) {
      const margin = 8;
      if (
        Math.max(ax, bx) > west - margin &&
        Math.min(ax, bx) < east + margin &&
        Math.max(ay, by) > north - margin &&
        Math.min(ay, by) < south + margin
      )
        return false;
      if (ay > cy !== by > cy && cx < ((bx - ax) * (cy - ay)) / (by - ay) + ax) isInside = !isInside;
    }
    return isInside;
  });
}

const cutAndDecode = async (made: MadeCoverage, minZoom: number, maxZoom: number): Promise<DecodedTile[]> =>
  (await cutAll({ minZoom, maxZoom, batches: [made.areas] })).map(decodeGeometry);

const doubledBox = 2 * (EXTENT + 2 * BUFFER) ** 2;

describe("borders in tiles", () => {
  for (const seed of [1, 2, 3, 4])
    it(`leave no gap and no overlap inside the territory, to the last unit (coverage ${seed})`, async () => {
      const made = makeCoverage({ seed, cells: 500, enclaves: 9, junctions: 5, pairs: 7, islands: 3 });
      const inner = innerTiles(made, await cutAndDecode(made, 6, 9));
      expect(inner.length).toBeGreaterThan(40);
      for (const tile of inner) {
        expect(loneEdges(tile, boxOf(tile))).toEqual([]);
        const sum = tile.features
          .flatMap(({ rings }) => rings)
          .reduce((area, ring) => area + doubledAreaOf(ring), 0);
        expect(sum).toBe(doubledBox);
      }
    });

  it("leave no gap but where an area is too small for a polygon", async () => {
    const made = makeCoverage({ seed: 7, cells: 500, enclaves: 9, junctions: 5, specks: 6, slivers: 8 });
    const inner = innerTiles(made, await cutAndDecode(made, 7, 9));
    let lone = 0;
    for (const tile of inner) {
      const scale = EXTENT * 2 ** tile.z;
      const small = made.areas
        .filter(({ idx }) => made.fragile.has(idx))
        .map(({ geometry }) =>
          geometry.coordinates[0]![0]!.map(([lon, lat]) => [worldX(lon!) * scale, worldY(lat!) * scale]),
        );
      const edges = loneEdges(tile, boxOf(tile));
      lone += edges.length;
      for (const [x, y] of edges.flat())
        expect(Math.min(...small.map((ring) => distanceTo(ring, x, y)))).toBeLessThan(8);
    }
    expect(lone).toBeGreaterThan(0);
  });

  it("are the same in two tiles that adjoin, vertex for vertex", async () => {
    const made = makeCoverage({ seed: 9, cells: 400, enclaves: 8, junctions: 6, pairs: 9, islands: 2 });
    const tiles = await cutAndDecode(made, 5, 8);
    const byKey = new Map(tiles.map((tile) => [`${tile.z}/${tile.x}/${tile.y}`, tile]));
    /** Borders, by area, in the part that a tile and the one to its east or south both hold. */
    const shared = (tile: DecodedTile, other: DecodedTile): string[] => {
      const [a, b] = [boxOf(tile), boxOf(other)];
      const common = {
        west: Math.max(a.west, b.west),
        north: Math.max(a.north, b.north),
        east: Math.min(a.east, b.east),
        south: Math.min(a.south, b.south),
      };
      const isWithin = ([x, y]: Point): boolean =>
        x >= common.west && x <= common.east && y >= common.north && y <= common.south;
      return tile.features
        .flatMap(({ id, rings }) => rings.flatMap(edgesOf).map((edge) => [id, edge] as const))
        .filter(([, edge]) => edge.every(isWithin) && !isOnBox(edge[0], edge[1], common))
        .map(([id, edge]) => `${id}: ${edge.join(" ")}`)
        .sort();
    };
    let seams = 0;
    for (const tile of tiles)
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        const other = byKey.get(`${tile.z}/${tile.x + dx}/${tile.y + dy}`);
        if (!other) continue;
        const edges = shared(tile, other);
        expect(shared(other, tile)).toEqual(edges);
        seams += edges.length;
      }
    expect(seams).toBeGreaterThan(1000);
  });
});
