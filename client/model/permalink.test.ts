import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTEXT_LAYER_IDS } from "#domain/context";
import { CLASS_METHODS, CLASS_PLACES, CLASS_SCOPES, ZERO_RULES } from "#domain/classes";
import { PAIR_SORTS } from "#domain/contract/bivariate";
import type { AxisBounds } from "#domain/bivariate";
import { LENS_IDS } from "#domain/lens";
import { LANGUAGE_IDS } from "#domain/language";
import { decode, encode } from "./permalink.ts";
import { DISPLAYS, WALL_SECONDS } from "./playlist.ts";
import {
  CARDS,
  DRAWER_HEIGHTS,
  LISTS,
  PANES,
  TABS,
  THEMES,
  bivariateMode,
  changedBivariate,
  defaultView,
  withPatch,
} from "./view.ts";
import type { Mode, View } from "./view.ts";

const defaults = defaultView({ language: "en", theme: "light" });

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const rounded = (min: number, max: number, digits: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((x) => Number(x.toFixed(digits)) + 0);

const anyId = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);

const pairBounds: fc.Arbitrary<AxisBounds> = fc.oneof(
  fc.constantFrom(null, "policy" as const),
  fc
    .uniqueArray(rounded(-10, 100, 6), { minLength: 1, maxLength: 2 })
    .map((all) => all.sort((a, b) => a - b)),
);

const anyMode: fc.Arbitrary<Mode> = fc.oneof(
  fc.constant({ kind: "one" as const }),
  fc.record({ kind: fc.constant("change" as const), since: fc.constantFrom("2014", "2019H1") }),
  fc.record({
    kind: fc.constant("bivariate" as const),
    second: anyId,
    class: orNull(fc.integer({ min: 0, max: 8 })),
    bounds: pairBounds,
    secondBounds: pairBounds,
    order: fc.record({
      sort: fc.constantFrom(...PAIR_SORTS),
      first: fc.constantFrom("worst" as const, "best" as const),
    }),
  }),
  fc.record({
    kind: fc.constant("compare" as const),
    maps: fc
      .record({ indicator: anyId, period: fc.constant("2019Q3") })
      .map((map) => [map, { ...map, period: "2020" }]),
    swipe: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("named" as const), id: anyId }),
);

const anyView: fc.Arbitrary<View> = fc.record({
  release: orNull(fc.integer({ min: 1, max: 999_999_999 })),
  lens: fc.constantFrom(...LENS_IDS),
  indicator: orNull(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)),
  period: orNull(fc.constantFrom("2019", "2019H1", "2019Q3", "2019-07")),
  level: orNull(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)),
  mode: anyMode,
  set: orNull(
    fc
      .array(fc.stringMatching(/^[A-Z0-9._:-]{1,20}$/), { minLength: 1, maxLength: 20 })
      .map((codes) => [...new Set(codes)].sort()),
  ),
  setName: orNull(fc.constantFrom("Südhang", "深度贫困村 & more", "a=b,c~d")),
  card: fc.constantFrom(...CARDS),
  where: orNull(
    fc.constantFrom(
      [{ indicator: "population", period: null, low: { value: 200, isIncluded: false }, high: null }],
      [
        { indicator: "mpi", period: null, low: null, high: { value: 0.25, isIncluded: true } },
        { indicator: "travel", period: "2021", low: { value: 1e-7, isIncluded: true }, high: null },
      ],
    ),
  ),
  places: orNull(fc.constantFrom(["99", "11"], ["99.1", "11:x", "a-b", "c_d"])),
  area: orNull(fc.stringMatching(/^[A-Z0-9._:-]{1,20}$/)),
  facility: orNull(fc.stringMatching(/^[A-Z0-9._:-]{1,20}$/)),
  off: fc.subarray(["clinics", "offices", "roads", "schools"]),
  method: orNull(fc.constantFrom(...CLASS_METHODS)),
  classes: fc.integer({ min: 2, max: 5 }),
  zero: fc.constantFrom(...ZERO_RULES),
  scope: fc.constantFrom(...CLASS_SCOPES),
  classPlace: fc.constantFrom(...CLASS_PLACES),
  breaks: orNull(
    fc
      .uniqueArray(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => x + 0),
        { minLength: 1, maxLength: 4 },
      )
      .map((numbers) => numbers.sort((a, b) => a - b)),
  ),
  language: fc.constantFrom(...LANGUAGE_IDS),
  theme: fc.constantFrom(...THEMES),
  camera: orNull(
    fc.record({ lon: rounded(-180, 180, 5), lat: rounded(-85, 85, 5), zoom: rounded(0, 22, 2) }),
  ),
  pane: fc.constantFrom(...PANES),
  tab: fc.constantFrom(...TABS),
  table: fc.constantFrom(null, ...DRAWER_HEIGHTS),
  list: fc.constantFrom(...LISTS),
  columns: fc.boolean(),
  layers: orNull(fc.subarray([...CONTEXT_LAYER_IDS])),
  display: fc.constantFrom(...DISPLAYS),
  playlist: orNull(
    fc.subarray(["/overview", "/map/52?lens=help&off=roads,water", "/?with=x"], { minLength: 1 }),
  ),
  seconds: fc.integer({ min: WALL_SECONDS.least, max: WALL_SECONDS.most }),
});

describe("permalink", () => {
  it("restores any view that it has written, whatever the defaults are", () => {
    fc.assert(
      fc.property(
        anyView,
        fc.constantFrom(...LANGUAGE_IDS),
        fc.constantFrom(...THEMES),
        (view, language, theme) => {
          const base = defaultView({ language, theme });
          expect(decode(encode(view, base), base)).toEqual({ view, dropped: [] });
        },
      ),
    );
  });

  it("writes nothing for the default view and only the difference otherwise", () => {
    expect(encode(defaults, defaults)).toBe("");
    expect(encode({ ...defaults, area: "990301", classes: 4 }, defaults)).toBe("?area=990301&k=4");
  });

  it("writes pinned fields even where they are the default", () => {
    expect(encode({ ...defaults, release: 3 }, defaults, ["language", "release"])).toBe("?release=3&lang=en");
  });

  it("takes own breaks only where they rise and are few", () => {
    expect(decode("?method=manual&breaks=0.1,0.25", defaults).view.breaks).toEqual([0.1, 0.25]);
    for (const wrong of ["0.2,0.1", "0.1,", "a", "1,2,3,4,5", "0x1"])
      expect(decode(`?breaks=${wrong}`, defaults).dropped).toEqual([`breaks=${wrong}`]);
  });

  it("leaves own breaks behind with their indicator", () => {
    const own: View = { ...defaults, method: "manual", breaks: [0.1] };
    expect(withPatch(own, { indicator: "poverty_gap" })).toMatchObject({ method: null, breaks: null });
    expect(withPatch(own, { period: "2019" })).toMatchObject({ method: "manual", breaks: [0.1] });
    expect(withPatch({ ...own, method: "equal" }, { lens: "help" }).method).toBe("equal");
  });

  it("leaves the bounds of an axis behind with its indicator, and a class that they may not have", () => {
    const mode = { ...bivariateMode("a"), bounds: [0.2], secondBounds: "policy", class: 5 } as const;
    expect(changedBivariate(mode, { second: "b" })).toMatchObject({
      bounds: [0.2],
      secondBounds: null,
      class: null,
    });
    const own: View = { ...defaults, mode };
    expect(withPatch(own, { indicator: "mpi" }).mode).toMatchObject({
      bounds: null,
      secondBounds: "policy",
      class: null,
    });
    expect(changedBivariate({ ...mode, class: 8 }, { secondBounds: [30] }).class).toBe(8);
    expect(withPatch(own, { period: "2019" }).mode).toEqual(mode);
  });

  it("drops what is malformed, says so, and keeps the rest", () => {
    const { view, dropped } = decode("?lens=money&k=99&at=1,2&area=990301&colour=red&period=20x2", defaults);
    expect(view).toEqual({ ...defaults, area: "990301" });
    expect(dropped).toEqual(["lens=money", "period=20x2", "k=99", "at=1,2", "colour=red"]);
  });

  it("never throws, whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(() => decode(search, defaults)).not.toThrow();
      }),
    );
  });

  it("takes links of an older version through every later migration", () => {
    const renamed = (from: string, to: string) => (params: URLSearchParams) => {
      const next = new URLSearchParams(params);
      const value = next.get(from);
      next.delete(from);
      if (value !== null) next.set(to, value);
      return next;
    };
    const migrations = [renamed("place", "code"), renamed("code", "area")];
    expect(decode("?place=9901", defaults, migrations).view.area).toBe("9901");
    expect(decode("?v=2&code=9901", defaults, migrations).view.area).toBe("9901");
    expect(decode("?v=3&area=9901", defaults, migrations)).toEqual({
      view: { ...defaults, area: "9901" },
      dropped: [],
    });
    expect(decode("?v=9&area=9901", defaults, migrations).dropped).toEqual(["v=9"]);
  });
});
