import { expect, it } from "vitest";
import { readMaps, spreadMaps, writeMaps } from "./map_spec.ts";

it("reads what it has written, for two and for four maps", () => {
  const two = [
    { indicator: "mpi", period: "2014" },
    { indicator: "school_travel_time", period: "2022Q3" },
  ];
  expect(readMaps(writeMaps(two))).toEqual(two);
  expect(readMaps(writeMaps([...two, ...two]))).toEqual([...two, ...two]);
});

it("refuses other numbers of maps and what is malformed", () => {
  for (const text of [
    "",
    "mpi@2014",
    "mpi@2014,mpi",
    "mpi@2014,mpi@20x",
    "a@2014,b@2014,c@2014",
    "mpi@1@2,mpi@2014",
  ])
    expect(readMaps(text)).toBeUndefined();
});

it("spreads the maps over the periods from the first to the last", () => {
  const indicator = { id: "mpi", periods: ["2014", "2015", "2016", "2017", "2018", "2019", "2020"] };
  expect(spreadMaps(indicator, 2).map(({ period }) => period)).toEqual(["2014", "2020"]);
  expect(spreadMaps(indicator, 4).map(({ period }) => period)).toEqual(["2014", "2016", "2018", "2020"]);
});
