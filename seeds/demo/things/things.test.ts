import { beforeAll, describe, expect, it } from "vitest";
import { facilityKind } from "#domain/facilities";
import type { FacilityInput, FacilityRow, RoadInput } from "#domain/things";
import { demoDataset } from "#seeds/demo/dataset";
import { careIn, helpIn } from "#seeds/demo/help";
import type { Land } from "#seeds/demo/land";
import { makeLand } from "#seeds/demo/make_land";
import { outline } from "#seeds/demo/outline";
import { YEARS } from "#seeds/demo/periods";
import { type Places, placesOf } from "#seeds/demo/places";
import { schoolingIn } from "#seeds/demo/schooling";
import { schoolsIn } from "#seeds/demo/schools";
import { clinicsTable } from "#seeds/demo/tables/facility_tables";
import { rowsOf } from "#seeds/demo/facts";
import { isInRing } from "#tiles/ring";
import { isClinicOf, villagesByCell } from "./facilities.ts";
import { cellOfSchool, schoolYear } from "./school_years.ts";

const VILLAGES = 600;
const SEED = 3;

let land: Land;
let places: Places;
let facilities: Map<string, FacilityInput[]>;
let rows: Map<string, FacilityRow[]>;
let roads: RoadInput[];

beforeAll(() => {
  land = makeLand(VILLAGES, SEED);
  places = placesOf(land);
  const { things } = demoDataset({ villages: VILLAGES, seed: SEED });
  facilities = new Map(things!.facilities.map((source) => [source.id, [...source.facilities()].flat()]));
  rows = new Map(things!.facilities.map((source) => [source.id, [...source.rows()].flat()]));
  roads = things!.roads.flatMap((source) => [...source.roads()].flat());
});

/** Sums a figure of all cells. */
const sumOverCells = (read: (cell: number) => number | undefined): number => {
  let sum = 0;
  for (let cell = 0; cell < land.mesh.cells; cell++) sum += read(cell) ?? 0;
  return sum;
};

describe("schools", () => {
  it("have the pupils, places, teachers, classes, devices and beds of all villages, in each of nine years", () => {
    const { measures } = demoDataset({ villages: VILLAGES, seed: SEED }).things!.facilities[0]!;
    for (const year of YEARS) {
      const own = rows.get("schools")!.filter(({ period }) => period === String(year));
      const total = (measure: (typeof measures)[number]) =>
        own.reduce((sum, { values }) => sum + values[measures.indexOf(measure)]!, 0);
      const stated = {
        pupils: (cell: number) => schoolsIn(land, cell, year)?.pupils,
        teachers: (cell: number) => schoolsIn(land, cell, year)?.teachers,
        classes: (cell: number) => schoolsIn(land, cell, year)?.classes,
        devices: (cell: number) => schoolsIn(land, cell, year)?.teaching_terminals,
        boarding_beds: (cell: number) => schoolsIn(land, cell, year)?.boarding_beds,
        places: (cell: number) => schoolingIn(land, cell, year)?.places,
      } as const;
      for (const [measure, read] of Object.entries(stated))
        expect(total(measure as keyof typeof stated), `${measure} ${year}`).toBe(sumOverCells(read));
    }
  });

  it("take exactly the pupils of each village, and theirs are the villages' that go there", () => {
    for (const year of [YEARS[0], 2018, YEARS.at(-1)!]) {
      const { figures, pupilsOf } = schoolYear(land, year);
      const sent = new Float64Array(land.mesh.cells);
      for (const [key, cells] of pupilsOf) {
        let sum = 0;
        for (const [cell, count] of cells) {
          sent[cell]! += count;
          sum += count;
        }
        expect(sum).toBe(figures.get(key)!.pupils);
      }
      for (let cell = 0; cell < land.mesh.cells; cell++)
        expect(sent[cell]).toBe(schoolsIn(land, cell, year)?.pupils ?? 0);
    }
    for (const { values, catchment } of rows.get("schools")!)
      expect(catchment!.counts.reduce((sum, count) => sum + count, 0)).toBe(values[0]);
  });

  it("are as many in every village as it reports, and as many of them have 100 Mbps", () => {
    for (const year of YEARS) {
      const count = new Map<number, number>();
      for (const key of schoolYear(land, year).figures.keys())
        count.set(cellOfSchool(key), (count.get(cellOfSchool(key)) ?? 0) + 1);
      for (let cell = 0; cell < land.mesh.cells; cell++)
        expect(count.get(cell) ?? 0).toBe(schoolsIn(land, cell, year)?.schools ?? 0);
      const fast = rows
        .get("schools")!
        .filter(({ period, values }) => period === String(year) && values[5]! >= 100_000).length;
      expect(fast).toBe(sumOverCells((cell) => schoolsIn(land, cell, year)?.schools_100_mbps));
    }
  });

  it("have figures exactly from the year they open to the year they close", () => {
    const periods = new Map<string, string[]>();
    for (const { code, period } of rows.get("schools")!)
      periods.set(code, [...(periods.get(code) ?? []), period]);
    for (const { code, opened, closed } of facilities.get("schools")!) {
      const open = YEARS.map(String).filter((period) => period >= (opened ?? "") && period < (closed ?? "9"));
      expect(periods.get(code)!.sort(), code).toEqual(open);
    }
  });
});

describe("other facilities", () => {
  it("are a clinic wherever a village reports one", () => {
    const villages = villagesByCell(land, places);
    let compared = 0;
    for (const year of YEARS) {
      const found = new Map<string, number>();
      for (const [cell, { code }] of villages.entries())
        if (isClinicOf(land, cell, year)) found.set(code, (found.get(code) ?? 0) + 1);
      for (const village of new Set(villages)) {
        const reported = rowsOf(land, places, clinicsTable, village, [year]);
        if (reported.length !== 1 || reported[0]!.code !== village.code) continue;
        const [, stated] = reported[0]!.values;
        if (typeof stated !== "number") continue;
        expect(found.get(village.code) ?? 0, village.code).toBe(stated);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(VILLAGES * YEARS.length * 0.8);
  });

  it("are a vocational school for each prefecture, with all students of the villages there", () => {
    expect(facilities.get("vocational_schools")).toHaveLength(land.size.prefectures);
    for (const year of YEARS) {
      const own = rows.get("vocational_schools")!.filter(({ period }) => period === String(year));
      expect(own.reduce((sum, { values }) => sum + values[0]!, 0)).toBe(
        sumOverCells((cell) => careIn(land, cell, year, helpIn(land, cell, year)).vocationalEligible),
      );
    }
    expect(facilities.get("township_offices")).toHaveLength(land.size.townships);
  });

  it("lie in the village that they name, and have codes of their own", () => {
    const villages = new Map(villagesByCell(land, places).map((village) => [village.code, village]));
    const all = [...facilities.values()].flat();
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, kind, point, areaCode } of all) {
      expect(facilityKind(kind), kind).toBeDefined();
      const { cells } = villages.get(areaCode!)!;
      const { coordinates } = outline(land.mesh, cells, (cell) => cells.includes(cell), land.project);
      const isInside = coordinates.some(([shell]) => isInRing(shell!, point![0], point![1]));
      expect(isInside, code).toBe(true);
    }
  });
});

describe("roads", () => {
  it("join every village with every other, by road, path or ferry", () => {
    const group = new Map<string, string>();
    const find = (node: string): string => {
      let at = node;
      while (group.get(at) !== undefined) at = group.get(at)!;
      return at;
    };
    const join = (a: string, b: string): void => {
      const [one, other] = [find(a), find(b)];
      if (one !== other) group.set(one, other);
    };
    for (const { line } of roads) join(line[0]!.join(), line.at(-1)!.join());
    const ends = new Set(roads.flatMap(({ line }) => [line[0]!.join(), line.at(-1)!.join()]));
    const site = (cell: number): string =>
      land
        .project(land.mesh.sites[2 * cell]!, land.mesh.sites[2 * cell + 1]!)
        .map((degrees) => Math.round(degrees * 1e6) / 1e6)
        .join();
    const first = find(site(0));
    for (let cell = 0; cell < land.mesh.cells; cell++) {
      expect(ends.has(site(cell)), `cell ${cell}`).toBe(true);
      expect(find(site(cell))).toBe(first);
    }
  });

  it("have every class, at least two different vertices each, and names where they lead far", () => {
    const classes = new Set(roads.map(({ roadClass }) => roadClass));
    expect(classes.has("national")).toBe(land.size.prefectures > 1);
    for (const roadClass of ["county", "township", "village_road", "footpath"] as const)
      expect(classes).toContain(roadClass);
    for (const { line, names, roadClass } of roads) {
      expect(line.length).toBeGreaterThan(1);
      for (let at = 1; at < line.length; at++) expect(line[at]).not.toEqual(line[at - 1]);
      expect(Object.keys(names).length > 0).toBe(["national", "county", "township"].includes(roadClass));
    }
  });
});
