import { expect, it } from "vitest";
import { ROOMS } from "#client/model/rooms.ts";
import { pageOf } from "./pages.ts";

const read = (path: string) => {
  const open = pageOf(path);
  const { indicator, area, report } = open?.params ?? {};
  return open && [open.page.room, indicator ?? area ?? report];
};

it("leads to the rooms, to an area in them, to an indicator of the catalogue", () => {
  expect(read("/map")).toEqual(["map", undefined]);
  expect(read("/map/990102000000")).toEqual(["map", "990102000000"]);
  expect(read("/overview/")).toEqual(["overview", undefined]);
  expect(read("/overview/990102000000")).toEqual(["overview", "990102000000"]);
  expect(read("/data/")).toEqual(["data", undefined]);
  expect(read("/data/mpi")).toEqual(["data", "mpi"]);
  expect(read("/data/format")).toEqual(["data", undefined]);
  expect(pageOf("/data/format")!.page).not.toBe(pageOf("/data")!.page);
  expect(read("/data/reports")).toEqual(["data", undefined]);
  expect(read("/data/reports/12")).toEqual(["data", "12"]);
});

it("leads to a page for every room", () => {
  expect(ROOMS.map(({ path }) => pageOf(path)?.page.room)).toEqual(ROOMS.map(({ id }) => id));
});

it("leads nowhere from any other path", () => {
  expect(
    ["/", "/maps", "/catalog", "/overview/99/village", "/data/mpi/history", "/data//"].map(read),
  ).toEqual([null, null, null, null, null, null]);
});
