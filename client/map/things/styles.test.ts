import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { expect, it } from "vitest";
import { FACILITY_KINDS } from "#domain/facilities";
import { ROAD_CLASSES } from "#domain/road";
import { isKindShown, THING_SWITCHES } from "./layers.ts";
import { CATCHMENT, catchmentLayers, FACILITIES, facilityLayers, ROADS, roadLayers } from "./styles.ts";

const TOKENS = { ink: "#000000", paper: "#ffffff" } as Parameters<typeof catchmentLayers>[0];

it("makes layers that MapLibre takes, one or two for each class of road and one for each kind", () => {
  const roads = roadLayers({ line: "#5d564c", casing: "#ffffff" });
  const facilities = facilityLayers();
  const style = {
    version: 8,
    sources: {
      [ROADS]: { type: "vector", tiles: ["http://localhost/{z}/{x}/{y}"] },
      [FACILITIES]: { type: "vector", tiles: ["http://localhost/{z}/{x}/{y}"] },
      [CATCHMENT]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [...roads, ...catchmentLayers(TOKENS, "#a02c2c"), ...facilities],
  } as StyleSpecification;
  expect(validateStyleMin(style)).toEqual([]);
  expect(new Set(roads.map(({ filter }) => JSON.stringify(filter))).size).toBe(ROAD_CLASSES.length);
  expect(facilities).toHaveLength(FACILITY_KINDS.length);
});

it("has a switch for every kind of facility", () => {
  for (const { id } of FACILITY_KINDS) {
    expect(isKindShown(id, []), id).toBe(true);
    expect(
      isKindShown(
        id,
        THING_SWITCHES.map((row) => row.id),
      ),
    ).toBe(false);
  }
});
