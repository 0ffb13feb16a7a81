import { expect, it } from "vitest";
import { decodeAddress, encodeAddress } from "./address.ts";
import { defaultView } from "./view.ts";

const defaults = defaultView({ language: "en", theme: "light" });

it("reads the open area from the path of the overview, and from the query elsewhere", () => {
  expect(decodeAddress("/overview/990102000000", "?period=2020", defaults).view).toEqual({
    ...defaults,
    area: "990102000000",
    period: "2020",
  });
  expect(decodeAddress("/overview", "?area=990103000000", defaults).view.area).toBe("990103000000");
  expect(decodeAddress("/", "?area=990103000000", defaults).view.area).toBe("990103000000");
  expect(decodeAddress("/catalog/mpi", "", defaults).view.area).toBeNull();
});

it("lets the path decide where both name an area, and reports a malformed one", () => {
  expect(decodeAddress("/overview/99", "?area=98", defaults)).toMatchObject({
    view: { area: "99" },
    dropped: [],
  });
  expect(decodeAddress("/overview/a%20b", "", defaults)).toMatchObject({
    view: { area: null },
    dropped: ["area=a%20b"],
  });
});

it("writes what it reads", () => {
  const view = { ...defaults, area: "990102000000", language: "zh" as const };
  expect(encodeAddress("/overview", view, defaults)).toBe("/overview/990102000000?lang=zh");
  expect(encodeAddress("/overview/99", { ...view, area: null }, defaults)).toBe("/overview?lang=zh");
  expect(encodeAddress("/", view, defaults)).toBe("/?area=990102000000&lang=zh");
});
