import { expect, it } from "vitest";
import { pageOf } from "./pages.ts";

const read = (path: string) => {
  const open = pageOf(path);
  return open && [open.page.name, open.params["indicator"]];
};

it("leads to the map, to the catalogue and to its indicators", () => {
  expect(read("/")).toEqual(["map", undefined]);
  expect(read("/catalog")).toEqual(["catalog", undefined]);
  expect(read("/catalog/")).toEqual(["catalog", undefined]);
  expect(read("/catalog/mpi")).toEqual(["catalog", "mpi"]);
});

it("leads to the overview of the whole, and of an area", () => {
  expect(read("/overview")).toEqual(["overview", undefined]);
  expect(pageOf("/overview/990102000000")?.params["area"]).toBe("990102000000");
  expect(pageOf("/overview/990102000000/village")).toBeNull();
});

it("leads nowhere from any other path", () => {
  expect(["/map", "/catalogue", "/catalog/mpi/history", "/catalog//"].map(read)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
