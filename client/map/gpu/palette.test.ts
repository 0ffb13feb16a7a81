import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyChanges } from "#domain/change_classes";
import { classify } from "#domain/classes";
import { CHANGE_COLOURS } from "#domain/lens_colours";
import { MISSING, MISSING_REASONS, isMissing } from "#domain/missing";
import type { Value } from "#domain/missing";
import { missingWord } from "#domain/split_tile_format";
import type { MapColours } from "#client/ui/theme_colours.ts";
import { changeFill, colourOf, fillOf, swatchOf } from "#client/model/fill.ts";
import type { ClassFill, BivariateFill, Fill } from "#client/model/fill.ts";
import { PALED, paledBut, paletteOf, swatchIndexes } from "./palette.ts";
import type { PaletteSwatch } from "./palette.ts";

const TOKENS = { paper: "#fff", land: "#eee", hatchInk: "#888" } as MapColours;
const RAMP = ["#000001", "#000002", "#000003", "#000004", "#000005"];
const SURE: ClassFill = {
  kind: "classes",
  columns: ["a@1", "a@1~reliability"],
  breaks: [0.1, 0.2],
  colours: RAMP.slice(0, 3),
  zeroColour: "#00000a",
  unreliableColour: null,
};
const SAMPLED = { id: "a", sampling: { sample: "n", population: "of" } };
const PAIR: BivariateFill = {
  kind: "pair",
  columns: ["a@1", "b@1"],
  breaks: [
    [0.1, 0.3],
    [5, 60],
  ],
  colours: Array.from({ length: 9 }, (_, i) => `#00000${i}`),
};

/** Writes cells, area by area, as the words of a tile: column by column. */
function wordsOf(areas: readonly (readonly Value[])[]): Uint32Array {
  const columns = areas[0]!.length;
  const words = new Uint32Array(areas.length * columns);
  const numbers = new Float32Array(words.buffer);
  areas.forEach((cells, k) =>
    cells.forEach((cell, column) => {
      const at = column * areas.length + k;
      if (isMissing(cell)) words[at] = missingWord(MISSING[cell].status);
      else numbers[at] = cell;
    }),
  );
  return words;
}

/** The swatch of every area, through the bytes of a tile. */
function swatchesOf(fill: Fill, areas: readonly (readonly Value[])[]): PaletteSwatch[] {
  const palette = paletteOf(fill, TOKENS);
  return [...swatchIndexes(palette, wordsOf(areas), areas.length)].map((place) => palette.swatches[place]!);
}

const cell = (value: fc.Arbitrary<number>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 5, arbitrary: value }, fc.constantFrom(...MISSING_REASONS));
const share = cell(
  fc.oneof(
    fc.constantFrom(0, 0.1, 0.2, 0.3, 1),
    fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 999 })).map(([a, b]) => a / b),
  ),
);

describe("the fill of an answer", () => {
  it("takes zero out of the ramp, and asks for the reliability of what comes from a sample", () => {
    const classes = classify([0, 0, 1, 2, 3], "quantile", 3, { zero: "auto" });
    const fill = fillOf({ period: "1", classes }, SAMPLED, RAMP, false);
    expect(fill).toMatchObject({
      columns: ["a@1", "a@1~reliability"],
      zeroColour: RAMP[0],
      colours: [RAMP[2], RAMP[4]],
    });
    expect(swatchOf(fill, [0, 0])).toEqual({ at: "zero", isUnreliable: false });
    expect(swatchOf(fill, [0.5, 2])).toEqual({ at: 0, isUnreliable: true });
    expect(swatchOf(fill, [3, "not-surveyed"])).toEqual({ at: 1, isUnreliable: false });
  });

  it("is diverging for a change, worse brown whichever way that is, and grey where it may be none", () => {
    const classes = classifyChanges([-0.2, -0.1, 0, 0.1, 0.2], "equal", 5, { half: 0.01 });
    const of = (polarity: "higher-is-worse" | "higher-is-better") =>
      changeFill({ period: "1..2", classes }, { ...SAMPLED, polarity }, "light");
    const { ramp, unsure } = CHANGE_COLOURS.light;
    const worse = of("higher-is-worse");
    expect(worse.columns).toEqual(["a@1..2", "a@1..2~reliability"]);
    expect(colourOf(worse, swatchOf(worse, [0.2, 0])!)).toBe(ramp[6]);
    expect(colourOf(worse, swatchOf(worse, [0.2, 2])!)).toBe(unsure);
    const better = of("higher-is-better");
    expect(colourOf(better, swatchOf(better, [0.2, 0])!)).toBe(ramp[0]);
  });

  it("is plain for a count", () => {
    const classes = classify([3, 3, 3]);
    expect(fillOf({ period: "1", classes }, SAMPLED, RAMP, true)).toEqual({
      kind: "plain",
      columns: ["a@1"],
    });
  });
});

describe("what the GPU gets of an area", () => {
  it("is the swatch of the legend, for one column, with reliability, and for two", () => {
    const areas = fc.array(fc.tuple(share, cell(fc.constantFrom(0, 1, 2, 5, 60, 61))), { minLength: 1 });
    fc.assert(
      fc.property(areas, fc.constantFrom<Fill>(SURE, PAIR), (areas, fill) => {
        swatchesOf(fill, areas).forEach(({ at, colour, pattern }, k) => {
          const swatch = swatchOf(fill, areas[k]!)!;
          expect(at).toBe(swatch.at);
          if (!MISSING_REASONS.some((reason) => reason === at)) expect(colour).toBe(colourOf(fill, swatch));
          if (fill.kind === "classes") expect(pattern === "unreliable").toBe(swatch.isUnreliable);
        });
      }),
    );
  });

  it("keeps a value on a break in its class, although tiles round it", () => {
    const values = Array.from({ length: 60 }, (_, i) => (i * 7) / 61);
    const classes = classify(values);
    const fill = fillOf({ period: "1", classes }, { id: "a" }, RAMP, false);
    const on = classes.breaks.map((value) => [value]);
    expect(swatchesOf(fill, on).map(({ at }) => at)).toEqual([1, 2, 3, 4]);
  });

  it("tells the missing of a count apart from its plain areas, and outlines what does not apply", () => {
    const count: Fill = { kind: "plain", columns: ["population@1"] };
    const [some, none, other] = swatchesOf(count, [[5], ["suppressed"], ["not-applicable"]]);
    expect(some).toEqual({
      colour: TOKENS.land,
      pattern: null,
      isOutlined: false,
      at: null,
      isUnreliable: false,
    });
    expect([none!.at, none!.pattern, none!.isOutlined]).toEqual(["suppressed", "dots", false]);
    expect([other!.colour, other!.pattern, other!.isOutlined]).toEqual([TOKENS.paper, null, true]);
  });

  it("is plain land where no column is figureRef for", () => {
    const palette = paletteOf({ kind: "plain", columns: [] }, TOKENS);
    expect([...swatchIndexes(palette, new Uint32Array(), 3)]).toEqual([0, 0, 0]);
  });

  it("keeps the swatch of an area that is paled", () => {
    const swatches = Uint8Array.of(0, 5, 63);
    expect([...paledBut(swatches, ["a", "b", "c"], new Set(["b"]))]).toEqual([PALED, 5, PALED + 63]);
  });
});
