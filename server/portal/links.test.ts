// Links of pages on a server and in files.

import { expect, test } from "vitest";
import { pathIn, readPath, rootedLinks, servedLinks, staticLinks } from "./links.ts";

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
  expect(links.page("place/1", "en")).toBe("../1/");
  expect(links.page("place/99", "en")).toBe("./");
  expect(links.page("place/1", "zh")).toBe("../../../place/1/");
  expect(links.file("place/1.csv")).toBe("../../../place/1.csv");
  expect(links.absolute("place/1", "en")).toBe("https://data.example.org/open/en/place/1/");
  expect(staticLinks("", "zh", null).page("", "en")).toBe("./en/");
  expect(staticLinks("", "zh", null).page("", "zh")).toBe("./");
  // A code that begins like another is another folder.
  expect(staticLinks("place/99", "zh", null).page("place/990", "zh")).toBe("../990/");
  expect(staticLinks("place/99", "zh", null).file("place/99.csv")).toBe("../99.csv");
  expect(staticLinks("place/99", "zh", null).file("assets/portal.css")).toBe("../../assets/portal.css");
});

test("the page that says that nothing is there links from the root, as it is shown at any address", () => {
  expect(rootedLinks("zh", "https://data.example.org/open").page("find", "en")).toBe("/open/en/find/");
  expect(rootedLinks("zh", "https://data.example.org").file("assets/a.css")).toBe("/assets/a.css");
  expect(rootedLinks("zh", null).page("", "zh")).toBe("/");
});
