import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { currentBase, getCamera } from "./location.ts";

let search = "";
beforeEach(() => {
  vi.stubGlobal("navigator", { languages: ["en"] });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("window", {
    get location() {
      return { pathname: "/map", search };
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

it("gives the same view while only the camera moves, and another when anything else changes", () => {
  search = "?area=9903&at=106.70000,26.50000,8.00";
  const before = currentBase();
  expect(before.view.area).toBe("9903");
  expect("camera" in before.view).toBe(false);
  search = "?area=9903&at=106.80000,26.60000,9.00";
  expect(currentBase()).toBe(before);
  expect(getCamera()).toEqual({ lon: 106.8, lat: 26.6, zoom: 9 });
  search = "?area=9904&at=106.80000,26.60000,9.00";
  expect(currentBase()).not.toBe(before);
  search = "?area=9904&at=here";
  expect(currentBase().dropped).toEqual(["at=here"]);
});
