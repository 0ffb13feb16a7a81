import { VectorTile } from "@mapbox/vector-tile";
import type { Point } from "geojson";
import { PbfReader } from "pbf";
import { expect, test } from "vitest";
import type { ContextFeature } from "#domain/context";
import { cutFeatures } from "./cut_features.ts";

const river = (rank: number, ...coordinates: [number, number][]): ContextFeature => ({
  class: "river",
  rank,
  geometry: { type: "LineString", coordinates },
});

/** Properties of the features of a layer at a zoom, over all its tiles. */
const at = (cut: ReturnType<typeof cutFeatures>, zoom: number, layer = "water"): unknown[] =>
  [...cut.tiles()]
    .filter(({ z }) => z === zoom)
    .flatMap(({ bytes }) => {
      const found = new VectorTile(new PbfReader(bytes)).layers[layer]!;
      return Array.from({ length: found.length }, (_, k) => ({ ...found.feature(k).properties }));
    });

const GREAT = river(50_000, [106, 27], [106.4, 27.3], [107, 27.1]);
const SMALL = river(60, [106.1, 27.1], [106.2, 27.2]);

test("a great river is there from a low zoom on, a brook only where it is shown", () => {
  const cut = cutFeatures("water", [GREAT, SMALL]);
  expect([cut.minZoom, cut.maxZoom]).toEqual([3, 10]);
  expect(cut.bounds).toEqual([106, 27, 107, 27.3]);
  expect(at(cut, 5)).toEqual([{ class: "river", rank: 50_000 }]);
  expect(new Set(at(cut, 10).map((properties) => (properties as { rank: number }).rank))).toEqual(
    new Set([50_000, 60]),
  );
});

test("a point keeps names and the area it stands for, and lies where it was", () => {
  const cut = cutFeatures("seats", [
    {
      class: "county_seat",
      rank: 1,
      names: { zh: "东溪县", en: "Dongxi" },
      area: "990102000000",
      geometry: { type: "Point", coordinates: [106.5, 27] },
    },
  ]);
  expect(at(cut, cut.minZoom, "seats")).toEqual([
    { class: "county_seat", rank: 1, area: "990102000000", "name:zh": "东溪县", "name:en": "Dongxi" },
  ]);
  const { z, x, y, bytes } = [...cut.tiles()].at(-1)!;
  const feature = new VectorTile(new PbfReader(bytes)).layers["seats"]!.feature(0);
  const { coordinates } = feature.toGeoJSON(x, y, z).geometry as Point;
  const [lon, lat] = coordinates;
  expect(lon).toBeCloseTo(106.5, 3);
  expect(lat).toBeCloseTo(27, 3);
});

test("no features are no tiles, and an unknown class is refused by name", () => {
  expect([...cutFeatures("water", []).tiles()]).toEqual([]);
  expect(() => cutFeatures("water", [{ ...SMALL, class: "canal" }])).toThrow(
    'unknown class "canal" of water: known are river, lake',
  );
});
