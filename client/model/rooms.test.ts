import { expect, it } from "vitest";
import { ROOMS, presentPath, roomOfPath } from "./rooms.ts";

it("lands on the overview, and opens the map for links from before there were rooms", () => {
  expect(presentPath("/", "")).toBe("/overview");
  expect(presentPath("/", "?")).toBe("/overview");
  expect(presentPath("/", "?lang=zh&theme=dark")).toBe("/overview");
  expect(presentPath("/", "?lens=help")).toBe("/map");
  expect(presentPath("/", "?lang=zh&lens=help")).toBe("/map");
  expect(presentPath("/catalog/mpi", "?lang=zh")).toBe("/data/mpi");
  expect(presentPath("/catalog", "")).toBe("/data");
  expect(presentPath("/catalogue", "")).toBe("/catalogue");
  expect(presentPath("/map/99", "?lens=help")).toBe("/map/99");
});

it("finds the room of a path and what follows", () => {
  for (const { id, path } of ROOMS) {
    expect(roomOfPath(path)).toEqual({ id, rest: null });
    expect(roomOfPath(`${path}/`)).toEqual({ id, rest: null });
    expect(roomOfPath(`${path}/99/1`)).toEqual({ id, rest: "99/1" });
  }
  expect(["/", "/maps", "/no/such/page"].map(roomOfPath)).toEqual([null, null, null]);
});
