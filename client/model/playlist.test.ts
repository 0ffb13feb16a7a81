import { expect, test } from "vitest";
import { MOST_VIEWS, linksOfText, readPlaylist, viewLink, writePlaylist } from "./playlist.ts";

const ORIGIN = "https://map.example";

test("a view is taken from a whole link or a path, without release and wall", () => {
  expect(viewLink("https://map.example/map/52?lens=help&release=3&lang=zh", ORIGIN)).toBe(
    "/map/52?lens=help&lang=zh",
  );
  expect(viewLink("/?with=school_travel_time&display=wall&seconds=9", ORIGIN)).toBe(
    "/map?with=school_travel_time",
  );
  expect(viewLink("/", ORIGIN)).toBe("/overview");
  expect(viewLink("/compare?places=52,53", ORIGIN)).toBe("/compare?places=52,53");
});

test("other sites and pages that are none are no views", () => {
  for (const text of [
    "https://elsewhere.example/map",
    "//elsewhere.example/map",
    "/open",
    "nothing",
    "javascript:1",
  ])
    expect(viewLink(text, ORIGIN)).toBeNull();
});

test("a text says which line is no link", () => {
  expect(linksOfText(" /map \n\n/overview/52\n", ORIGIN)).toEqual({
    links: ["/map", "/overview/52"],
    bad: null,
  });
  expect(linksOfText("/map\nsee above\n/overview", ORIGIN)).toEqual({
    links: ["/map", "/overview"],
    bad: "see above",
  });
});

test("a playlist is read as it was written, within bounds", () => {
  const links = ["/map/52?lens=help&where=a~1%7C2", "/overview"];
  expect(readPlaylist(writePlaylist(links))).toEqual(links);
  expect(readPlaylist("")).toBeUndefined();
  expect(readPlaylist("/map|https://elsewhere.example/map")).toBeUndefined();
  expect(readPlaylist("/map|//elsewhere.example/map")).toBeUndefined();
  expect(readPlaylist(writePlaylist(Array.from({ length: MOST_VIEWS + 1 }, () => "/map")))).toBeUndefined();
});
