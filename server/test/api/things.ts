// Facilities and roads: lists, cards and tiles, and that they agree with the figures of villages.

import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, it } from "vitest";
import { facilitiesContract, facilityContract } from "#domain/contract/things";
import { ROAD_CLASSES } from "#domain/road";
import type { Api } from "./api.ts";

/** Tests `/api/facilities` and tiles of facilities and roads. */
export function thingCases(api: Api): void {
  const { ask, values } = api;

  it("lists facilities by name, kind, area and box, with the figures of a period", async () => {
    const all = await ask(facilitiesContract, { kind: "primary_school,teaching_point", limit: "5000" });
    expect(all.facilities).toHaveLength(all.total);
    expect(new Set(all.facilities.map(({ kind }) => kind))).toEqual(
      new Set(["primary_school", "teaching_point"]),
    );
    const some = all.facilities[7]!;
    for (const q of [some.names["zh"]!, some.names["en"]!.toLowerCase(), some.code]) {
      const found = await ask(facilitiesContract, { q, limit: "500" });
      expect(found.facilities.map(({ code }) => code)).toContain(some.code);
    }
    const here = await ask(facilitiesContract, { area: some.village!.code });
    expect(here.facilities.map(({ code }) => code)).toContain(some.code);
    expect(here.facilities.every(({ village }) => village!.code === some.village!.code)).toBe(true);
    const [lon, lat] = some.point!;
    const near = await ask(facilitiesContract, {
      bbox: [lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4].join(),
    });
    expect(near.facilities.map(({ code }) => code)).toEqual([some.code]);
    expect((await ask(facilitiesContract, { area: api.catalog.rootCode!, limit: "1" })).total).toBe(
      (await ask(facilitiesContract, { limit: "1" })).total,
    );
  });

  it("has as many schools in a village, and as many pupils in all, as the villages report", async () => {
    const period = "2022";
    const schools = await ask(facilitiesContract, {
      kind: "primary_school,teaching_point,junior_school",
      period,
      limit: "5000",
    });
    const count = new Map<string, number>();
    for (const { village } of schools.facilities)
      count.set(village!.code, (count.get(village!.code) ?? 0) + 1);
    const sizes = await Promise.all(
      schools.facilities.slice(0, 40).map(({ code }) => ask(facilityContract, { period }, { code })),
    );
    for (const { figures, catchment, trend } of sizes) {
      expect(catchment!.reduce((sum, own) => sum + own.count, 0)).toBe(figures.pupils);
      expect(trend.find((own) => own.period === period)!.figures).toEqual(figures);
    }
    let compared = 0;
    for (const { code, denominator } of await values("schools_100_mbps_share", period, "village")) {
      if (typeof denominator !== "number") continue;
      expect(count.get(code) ?? 0, code).toBe(denominator);
      compared++;
    }
    expect(compared).toBeGreaterThan(200);
  });

  it("gives tiles of roads and facilities that hold what lies there", async () => {
    const [school] = (await ask(facilitiesContract, { kind: "junior_school", limit: "1" })).facilities;
    const [lon, lat] = school!.point!;
    const z = 10;
    const x = Math.floor((lon / 360 + 0.5) * 2 ** z);
    const sin = Math.sin((lat * Math.PI) / 180);
    const y = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z);
    const tile = async (layer: string): Promise<VectorTile> => {
      const response = await fetch(
        `${api.url}/tiles/${api.catalog.address}/internal/things/${layer}/${z}/${x}/${y}.mvt`,
      );
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
      expect(response.headers.get("cache-control")).toContain("immutable");
      return new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())));
    };
    const { facilities } = (await tile("facilities")).layers;
    const codes = Array.from({ length: facilities!.length }, (_, at) => facilities!.feature(at).properties);
    expect(codes).toContainEqual(
      expect.objectContaining({
        code: school!.code,
        kind: "junior_school",
        served: school!.figures.pupils,
        capacity: school!.figures.places,
        "name:zh": school!.names["zh"],
      }),
    );
    const { roads } = (await tile("roads")).layers;
    for (let at = 0; at < roads!.length; at++)
      expect(ROAD_CLASSES).toContain(roads!.feature(at).properties["class"]);
  });

  it.each([
    ["/api/facilities?kind=college", 400, /"kind" is "college": is a list of primary_school/],
    ["/api/facilities?bbox=1,2,3", 400, /"bbox" is "1,2,3": is west,south,east,north in degrees/],
    ["/api/facilities?bbox=3,2,1,4", 400, /west,south,east,north/],
    ["/api/facilities?area=nowhere", 404, /unknown area code "nowhere"/],
    ["/api/facilities?period=1999", 404, /unknown period "1999"/],
    ["/api/facilities/nothing", 404, /unknown facility code "nothing"/],
    ["/tiles/latest/internal/things/shops/8/1/1.mvt", 400, /"layer" is "shops"/],
    ["/tiles/latest/internal/things/roads/20/1/1.mvt", 404, /zooms 4 to 11, not 20/],
    ["/tiles/latest/internal/things/roads/5/99/1.mvt", 400, /tile 5\/99\/1 does not exist/],
    ["/tiles/latest/public/things/facilities/8/1/1.mvt", 404, /no public edition of facilities/],
  ])("answers %s with %d and says why", async (path, status, detail) => {
    const response = await fetch(api.url + path);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { detail: string }).detail).toMatch(detail);
  });
}
