// A real, public dataset imported and published by the commands, and served: for the tests of this folder.

import { existsSync } from "node:fs";
import path from "node:path";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { catalogContract, type Catalog } from "#domain/contract/catalog";
import { valuesContract, type AreaValue } from "#domain/contract/values";
import type { Finding } from "#domain/import_finding";
import { DATABASES, type TestDatabase } from "#sql/test/databases";
import type { LoadSummary } from "#server/import/load/load_summary";
import { run, type Finished } from "./processes.ts";
import { pathOf, serveDatabase } from "./running.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
export const DATA = path.resolve(ROOT, "../shared/data");

/** Whether the real datasets are there; a line on standard output when not. */
export function hasRealData(): boolean {
  const isThere = existsSync(DATA);
  if (!isThere) process.stdout.write(`left out: the real datasets, since there is no folder ${DATA}\n`);
  return isThere;
}

/** One feature of a decoded tile: its properties, and `idx` which is its id. */
export type TileRow = Record<string, unknown> & { readonly idx: number };

export interface RealDataset {
  readonly test: TestDatabase;
  readonly findings: readonly Finding[];
  readonly load: Omit<LoadSummary, "findings">;
  readonly catalog: Catalog;
  /** Imports the same again. */
  importAgain(): Promise<Finished>;
  values(indicator: string, period: string, level: string): Promise<AreaValue[]>;
  /** Rows of the CSV by name of column. */
  csv(indicator: string, period: string, level: string): Promise<Record<string, string>[]>;
  /** Features of every tile of a level at one zoom, as the server sends them. */
  tileRows(column: string, level: string, zoom: number): Promise<TileRow[]>;
  stop(): Promise<void>;
}

/** Imports `seeds/profiles/NAME.yaml` into a fresh native database with `npm run lens`, publishes and serves it. */
export async function openReal(name: string): Promise<RealDataset> {
  const test = await DATABASES.find((item) => item.name === "native")!.open();
  const environment = { DATABASE_URL: test.config.databaseUrl!, DATA_DIR: test.config.dataDir };
  const lens = (...words: string[]): Promise<Finished> =>
    run("server/cli/lens.ts", words, environment).finished;
  const profile = path.join(ROOT, "seeds/profiles", `${name}.yaml`);
  const imported = await lens("import", profile, "--json");
  expect(imported.status, imported.stderr).toBe(0);
  const { findings, load } = JSON.parse(imported.stdout) as Pick<RealDataset, "findings" | "load">;
  expect(await lens("publish", "--note", name)).toMatchObject({
    status: 0,
    stdout: "release 1 is published and the latest\n",
  });
  const server = await serveDatabase(test.database, test.config);
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(server.url + path);
    expect(response.status, path).toBe(200);
    return response;
  };
  return {
    test,
    findings,
    load,
    catalog: catalogContract.response.parse(await (await get(pathOf(catalogContract))).json()),
    importAgain: () => lens("import", profile),
    async values(indicator, period, level) {
      const response = await get(pathOf(valuesContract, { indicator, period, level }));
      return valuesContract.response.parse(await response.json()).areas;
    },
    async csv(indicator, period, level) {
      const response = await get(pathOf(valuesContract, { indicator, period, level, format: "csv" }));
      return parse(await response.text(), { bom: true, columns: true }) as Record<string, string>[];
    },
    async tileRows(column, level, zoom) {
      const { rows } = await test.database.knex.raw<{ rows: { x: number; y: number }[] }>(
        "select x, y from tile.geometry where level = ? and z = ?",
        [level, zoom],
      );
      const all: TileRow[] = [];
      for (const { x, y } of rows) {
        const response = await get(`/tiles/1/internal/${level}/${zoom}/${x}/${y}.mvt?c=${column}`);
        const layer = new VectorTile(new PbfReader(await response.arrayBuffer())).layers[level]!;
        for (let at = 0; at < layer.length; at++) {
          const { id, properties } = layer.feature(at);
          all.push({ ...properties, idx: id! });
        }
      }
      return all;
    },
    async stop() {
      await server.stop();
      await test.drop();
    },
  };
}

/** For each level and zoom, how many drawn areas are in no tile, where there are any: `lsoa at zoom 9: 3`. */
export async function areasWithoutTile({ test, catalog }: RealDataset): Promise<string[]> {
  const gaps: string[] = [];
  for (const { id, minZoom, maxZoom } of catalog.levels) {
    const { rows: tiles } = await test.database.knex.raw<{ rows: { z: number; idx: Buffer }[] }>(
      "select z, idx from tile.geometry where level = ?",
      [id],
    );
    const { rows: drawn } = await test.database.knex.raw<{ rows: { idx: number }[] }>(
      "select idx from geo.area where level = ? and geometry is not null",
      [id],
    );
    for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
      const shown = new Set<number>();
      for (const { z, idx } of tiles)
        if (z === zoom) for (let at = 0; at < idx.length; at += 4) shown.add(idx.readUInt32LE(at));
      const without = drawn.filter(({ idx }) => !shown.has(idx)).length;
      if (without > 0) gaps.push(`${id} at zoom ${zoom}: ${without}`);
    }
  }
  return gaps;
}
