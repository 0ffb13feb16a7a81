// Names lead to an area where they fit one, and to none otherwise.

import { expect, it } from "vitest";
import { NameMatcher, type NamedArea } from "./name_match.ts";

const KANDAL = { code: "08", names: { en: "Kandal", km: "កណ្តាល" } };
const TAKEO = { code: "21", names: { en: "Takéo" } };
const area = (code: string, name: string, above: NamedArea["above"][number]): NamedArea => ({
  code,
  names: { en: name },
  above: [above],
});
const AREAS = [
  area("0801", "Phum Thmei", KANDAL),
  area("2101", "Phum Thmei", TAKEO),
  area("0802", "Prek Ta-Meak", KANDAL),
  area("2102", "Srae Ampil", TAKEO),
  area("2103", "SRAE AMPIL", TAKEO),
];
const matcher = new NameMatcher(AREAS, [
  { name: "Prek Tameak Village", code: "0802" },
  { name: "Thmei", code: "0801" },
  { name: "Thmei", code: "2101" },
]);

it("finds a name inside the areas above, each by code or name", () => {
  expect(matcher.find("Phum Thmei", ["Kandal"])).toEqual({ how: "exact", codes: ["0801"] });
  expect(matcher.find("Phum Thmei", ["21"])).toEqual({ how: "exact", codes: ["2101"] });
  expect(matcher.find("Phum Thmei", ["takeo"])).toEqual({ how: "exact", codes: ["2101"] });
  expect(matcher.find("Phum Thmei", ["កណ្តាល"])).toEqual({ how: "exact", codes: ["0801"] });
});

it("says what is written otherwise, and what an alias led to", () => {
  expect(matcher.find("prek ta meak", [])).toEqual({ how: "folded", codes: ["0802"] });
  expect(matcher.find("Prek Tameak village", [])).toEqual({ how: "alias", codes: ["0802"] });
  expect(matcher.find("Thmei", ["Takeo"])).toEqual({ how: "alias", codes: ["2101"] });
});

it("guesses nothing", () => {
  expect(matcher.find("Phum Thmei", [])).toEqual({ how: "ambiguous", codes: ["0801", "2101"] });
  expect(matcher.find("Srae Ampil", [])).toEqual({ how: "exact", codes: ["2102"] });
  expect(matcher.find("srae ampil", [])).toEqual({ how: "ambiguous", codes: ["2102", "2103"] });
  expect(matcher.find("Prek Ta-Meak", ["Takeo"])).toEqual({ how: "none", codes: [] });
  expect(matcher.find("Phum Thmey", ["Kandal"])).toEqual({ how: "none", codes: [] });
});
