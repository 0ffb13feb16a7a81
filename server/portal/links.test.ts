// Links of pages on a server and in files.

import { expect, test } from "vitest";
import { pathIn, readPath, servedLinks, staticLinks } from "./links.ts";

test("the territory's own language has no prefix, the other has one", () => {
  const links = servedLinks("/open", "zh", "https://data.example.org");
  expect(links.page("", "zh")).toBe("/open");
  expect(links.page("place/99", "zh")).toBe("/open/place/99");
  expect(links.page("place/99", "en")).toBe("/open/en/place/99");
  expect(links.absolute("find", "en")).toBe("https://data.example.org/open/en/find");
  expect(servedLinks("", "zh", null).page("", "zh")).toBe("/");
  expect(servedLinks("", "zh", null).absolute("", "zh")).toBeNull();
  for (const language of ["en", "zh"] as const)
    expect(readPath(pathIn("place/99", language, "zh"), "zh")).toEqual({ path: "place/99", language });
});

test("files link to each other from where they are", () => {
  const links = staticLinks("en/place/99", "zh", "https://data.example.org/open/");
  expect(links.page("", "zh")).toBe("../../../");
  expect(links.page("place/1", "en")).toBe("../../../en/place/1/");
  expect(links.file("place/1.csv")).toBe("../../../place/1.csv");
  expect(links.absolute("place/1", "en")).toBe("https://data.example.org/open/en/place/1/");
  expect(staticLinks("", "zh", null).page("", "en")).toBe("./en/");
});
