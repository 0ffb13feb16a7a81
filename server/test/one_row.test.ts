// A new indicator is one registry row: it then is in API, tiles, classes, table, profile and catalogue, in both languages.

import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { profileContract } from "#domain/contract/areas";
import { catalogContract, catalogHistoryContract } from "#domain/contract/catalog";
import { classesContract, valuesContract } from "#domain/contract/values";
import type { DatasetInput } from "#domain/dataset";
import type { Indicator } from "#domain/indicator";
import { DATABASES } from "#sql/test/databases";
import { openDemo, publishing, smallDemo, type DemoServer } from "./running.ts";

/** The one row. */
const ROW: Indicator = {
  id: "pupils_per_school",
  lens: "supply",
  theme: "education",
  label: { en: "Pupils per school", zh: "校均学生数" },
  unit: "count",
  polarity: "neutral",
  numerator: { pupils: 1 },
  denominator: { schools: 1 },
};

const withRow = (dataset: DatasetInput): DatasetInput => ({
  ...dataset,
  manifest: { ...dataset.manifest, indicators: [...dataset.manifest.indicators, ROW] },
});

/** A row of the registry knows no database: one is enough. */
const [, kind] = DATABASES;

describe("one more row", () => {
  let server: DemoServer;
  const period = "2022";
  beforeAll(async () => {
    server = await openDemo(
      kind!,
      publishing("one_more_row", () => withRow(smallDemo())),
    );
  });
  afterAll(() => server.stop());

  it("is in the catalogue, with formula, periods, sources and the release in which it came", async () => {
    const catalog = await server.ask(catalogContract);
    const found = catalog.indicators.find(({ id }) => id === ROW.id)!;
    expect(found).toMatchObject({ ...ROW, formula: "pupils / schools" });
    expect(found.periods).toContain(period);
    expect(found.sources.length).toBeGreaterThan(0);
    expect(catalog.lenses.find(({ id }) => id === "supply")!.indicators).toContain(ROW.id);
    const { changes } = await server.ask(catalogHistoryContract, {}, { indicator: ROW.id });
    expect(changes.map(({ release, kind: what }) => [release, what])).toEqual([[1, "added"]]);
  });

  it("has the same figures in table, classes, profile and tile", async () => {
    const level = "county";
    const column = { indicator: ROW.id, period, level };
    const { areas } = await server.ask(valuesContract, column);
    const valued = areas.filter(({ value }) => value !== undefined);
    expect(valued.length).toBeGreaterThan(0);
    for (const { value, numerator, denominator } of valued) expect(value).toBe(numerator! / denominator!);
    const { counts } = await server.ask(classesContract, column);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(valued.length);
    const profile = await server.ask(profileContract, { period }, { code: valued[0]!.code });
    expect(profile.indicators.find(({ indicator }) => indicator === ROW.id)!.value).toBe(valued[0]!.value);
    expect(profile.contested).toEqual([]);
    const tile = await fetch(`${server.url}/tiles/1/internal/${level}/0/0/0.mvt?c=${ROW.id}@${period}`);
    const layer = new VectorTile(new PbfReader(await tile.arrayBuffer())).layers[level]!;
    const painted = new Map(
      Array.from({ length: layer.length }, (_, at) => layer.feature(at).properties).map(
        (properties) => [properties["code"], properties["v0"] ?? properties["v"]] as const,
      ),
    );
    for (const { code, value } of valued) expect(painted.get(code)).toBe(Math.fround(value!));
  });
});
