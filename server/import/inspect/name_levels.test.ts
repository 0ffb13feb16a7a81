// First profiles of files that hold names of areas and no codes.

import { expect, it } from "vitest";
import { NAMED_FIGURES, namedPlaces } from "#server/test/files/named_places";
import { inspecting } from "#server/test/inspecting";

const { inspect } = inspecting();

it("makes codes of names from the top down where one name is of several areas, and matches tables by names", async () => {
  const { profile, text } = await inspect({
    "villages.geojson": namedPlaces(["县", "乡镇", "村"]),
    "2021年人口.csv": NAMED_FIGURES,
  });
  const village = { expr: "code(县, 乡镇, 村)" };
  const township = { expr: "code(县, 乡镇)" };
  expect(profile.levels).toMatchObject([
    { id: "county", name: { zh: { file: "villages.geojson", key: { column: "县" }, column: "县" } } },
    {
      id: "township",
      parent: { file: "villages.geojson", key: township, column: "县" },
      name: { zh: { key: township, column: "乡镇" } },
    },
    { id: "village", file: "villages.geojson", code: village, parent: township, name: { zh: "村" } },
  ]);
  expect(profile.levels[1]!.file).toBeUndefined();
  expect(profile.tables).toMatchObject([
    {
      level: "village",
      period: "2021",
      key: { match: "name", column: "行政村", within: ["县", "乡镇"] },
      columns: { persons: { column: "总人口" } },
    },
  ]);
  expect(text).toContain("guessed: no column holds codes, so that they are made of names");
  expect(text).toContain("to be filled: 1 of 5 names are no areas (别村): write a table of aliases");
});

it("takes names themselves for codes where each is of one area, also of numbered columns", async () => {
  const { profile } = await inspect({
    "areas.geojson": namedPlaces(["NAME_1", "NAME_2", "NAME_3"])
      .replaceAll("新 村", "新村")
      .replace('"NAME_2":"红旗镇","NAME_3":"新村"', '"NAME_2":"西镇","NAME_3":"新村"')
      .replace('"NAME_2":"东乡","NAME_3":"上村"', '"NAME_2":"东乡","NAME_3":"北村"'),
  });
  expect(profile.levels).toMatchObject([
    { id: "level_2" },
    { id: "level_3", parent: { key: { column: "NAME_2" }, column: "NAME_1" } },
    { id: "level_4", code: { column: "NAME_3" }, parent: { column: "NAME_2" }, name: { zh: "NAME_3" } },
  ]);
});
