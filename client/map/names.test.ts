import { expect, test } from "vitest";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ContextPoint } from "./context/context_layers.ts";
import { LAYER_LOOKS } from "./context/layers.ts";
import type { PointLook } from "./context/layers.ts";
import type { Label } from "./labels.ts";
import { nameColours, namedPoints } from "./names.ts";

const label = (code: string): Label => ({
  code,
  name: code,
  figure: "",
  centre: [106, 27],
  order: 1,
  isOutside: false,
  offset: 0.4,
  zoomFrom: 0,
});

const seat = (area: string, place: [number, number], id = "county_seat"): ContextPoint => ({
  layer: "seats",
  class: id,
  look: LAYER_LOOKS.seats.looks[id] as PointLook,
  rank: 1,
  area,
  zoomFrom: 5,
  place,
});

test("a name stands at the seat of its area, and in its middle where that is not known", () => {
  const [first, second] = namedPoints([label("A"), label("B")], [seat("A", [106.2, 27.2])]);
  expect(first).toMatchObject({ code: "A", centre: [106.2, 27.2], sign: "rings-2 5 ink" });
  expect(second).toMatchObject({ code: "B", centre: [106, 27], sign: "" });
});

test("a place that is the seat of several areas has one sign, and none of its own beside a name", () => {
  const points = [seat("P", [106.2, 27.2]), seat("A", [106.2, 27.2]), seat("C", [106.5, 27.5])];
  expect(namedPoints([label("A")], points).map(({ code, name }) => [code, name])).toEqual([
    ["A", "A"],
    ["county_seat 106.5000 27.5000", ""],
  ]);
});

const LIGHT = { ink: "#1b1f24", paper: "#f2efe8" } as MapColours;
const DARK = { ink: "#eef1f4", paper: "#101418" } as MapColours;

test.each([
  ["dark red", LIGHT, "#842a2b", "#ffffff"],
  ["pale", LIGHT, "#fbe9dd", "#1b1f24"],
  ["pale in the dark theme", DARK, "#c5ebd9", "#12171c"],
  ["dark in the dark theme", DARK, "#1d3233", "#eef1f4"],
] as const)(
  "a name on a %s fill is written in what is read on it, with a halo of the fill",
  (_, tokens, fill, ink) => {
    expect(nameColours(fill, tokens)).toEqual({ ink, halo: `${fill}cc` });
  },
);

test("where the fill has a pattern or is not known the colours are those of the theme", () => {
  expect(nameColours(null, LIGHT)).toEqual({ ink: LIGHT.ink, halo: LIGHT.paper });
});
