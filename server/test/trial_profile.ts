// Profiles of a trial dataset, towns over villages, and the GeoJSON they read.

import type { Position } from "geojson";
import { square } from "#tiles/fixtures/coverages";

/** Rings of a square, in the units of the file. */
export const ringsOf = (x: number, y: number, size = 1): Position[][] => square(x, y, size).coordinates[0]!;

/** A feature collection of areas by their code, in a reference system that it names where one is given. */
export const collection = (
  features: readonly { code: string; type?: string; coordinates: unknown }[],
  crs?: string,
): string =>
  JSON.stringify({
    type: "FeatureCollection",
    ...(crs ? { crs: { type: "name", properties: { name: crs } } } : {}),
    features: features.map(({ code, type = "Polygon", coordinates }) => ({
      type: "Feature",
      properties: { CODE: code },
      geometry: coordinates === null ? null : { type, coordinates },
    })),
  });

/** The beginning of a profile, which is one by itself. */
export const LEVELS = `dataset: trial
title: Trial
licence: { name: CC0, attribution: nobody }
levels:
  - { id: town, label: Town, parent: { prefix: 1 } }
  - { id: village, label: Village, file: v.json, code: CODE, parent: { prefix: 2 } }
`;

/** The part of a profile that reads one table. */
export const TABLE = `tables:
  - { id: people, file: t.csv, level: village, key: code, period: "2020", columns: { persons: people, poor_persons: poor } }
`;
