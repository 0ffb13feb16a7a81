import { expect, it } from "vitest";
import { viewOnEntry } from "./room_memory.ts";
import { defaultView } from "./view.ts";
import type { View } from "./view.ts";

const defaults = defaultView({ language: "en", theme: "light" });
const last: View = {
  ...defaults,
  area: "9903",
  period: "2019",
  lens: "help",
  indicator: "funds_paid_share",
  level: "village",
  set: ["990301"],
  camera: { lon: 106, lat: 26, zoom: 8 },
};

it("asks a room again what it was asked last, with the period, language and theme of now", () => {
  const now: View = { ...defaults, area: "9903", period: "2021", language: "zh", theme: "dark" };
  expect(viewOnEntry(now, last)).toEqual({ ...last, period: "2021", language: "zh", theme: "dark" });
});

it("leaves camera and picked areas behind in another place", () => {
  const now: View = { ...defaults, area: "9904" };
  expect(viewOnEntry(now, last)).toEqual({ ...last, period: null, area: "9904", set: null, camera: null });
});
