// A second import of a dataset: what it adds, what it must not take away, what it says.

import { expect, it } from "vitest";
import type { DatasetInput } from "#domain/dataset";
import type { Indicator } from "#domain/indicator";
import type { Manifest } from "#domain/manifest";
import { storedManifest } from "#server/release/release_inputs";
import { CENSUS, dataset, table } from "#server/test/small_dataset";
import type { SmallTerritory } from "./territory.ts";

const cash = (label: string): Indicator => ({
  id: "cash",
  lens: "help",
  label: { en: label },
  unit: "share",
  polarity: "neutral",
  numerator: { cash_persons: 1 },
  denominator: { persons: 1 },
});
const MEASURE = { id: "cash_persons", label: { en: "people paid cash" }, unit: "persons" as const };

/** The census with boundaries, plurals, an indicator of its own, and the mark of invented data. */
const first = (overrides: Partial<DatasetInput> = {}): DatasetInput => {
  const plain = dataset([table(CENSUS)]);
  return {
    ...plain,
    manifest: {
      ...plain.manifest,
      levels: plain.manifest.levels.map((level) => ({ ...level, plural: { en: `${level.label["en"]!}s` } })),
      measures: [MEASURE],
      indicators: [cash("cash")],
    },
    ...overrides,
  };
};
const SCHOOLS = table([["V1", "2019", 3]], { id: "schools", fileName: "schools.csv", measures: ["schools"] });
/** Tables only, as a profile of schools has them. */
const second = (overrides: Partial<Manifest> = {}, rest: Partial<DatasetInput> = {}): DatasetInput => {
  const plain = dataset([SCHOOLS], { boundaries: null, lineage: [] });
  return {
    ...plain,
    manifest: {
      ...plain.manifest,
      title: { en: "Schools" },
      licence: { name: "OGL-UK-3.0", attribution: "the ministry" },
      isFictional: false,
      defaultLanguage: "zh",
      ...overrides,
    },
    ...rest,
  };
};

/** Tests imports onto a dataset that is stored. */
export function furtherImportCases(small: SmallTerritory): void {
  const { load } = small;
  const stored = async () => (await storedManifest(small.database.knex))!;
  const catalog = async (name: string) => {
    const { rows } = await small.database.knex.raw<{ rows: { id: string }[] }>(
      `select id from catalog.${name} where origin = 'dataset'`,
    );
    return rows.map(({ id }) => id);
  };

  it("takes nothing away by tables alone, and says before what it does", async () => {
    await load(first());
    const before = await stored();
    const dry = await load(second(), { dryRun: true });
    expect(await stored()).toEqual(before);
    const done = await load(second());
    expect(done.findings).toEqual(dry.findings);
    expect(dry.findings.map(({ rule, severity, value }) => [rule, severity, value])).toEqual([
      ["measures_kept", "note", "cash_persons"],
      ["indicators_kept", "note", "cash"],
      ["title_kept", "note", null],
      ["fictional_kept", "note", null],
      ["licence_changed", "note", "CC0-1.0; OGL-UK-3.0"],
    ]);
    expect(await stored()).toEqual({
      ...before,
      licence: { name: "CC0-1.0; OGL-UK-3.0", attribution: "nobody; the ministry" },
    });
    expect(await load(second())).toMatchObject({ isUnchanged: true, draft: null });
    // The first one again does not take the licence of the second away.
    await load(first());
    expect((await stored()).licence.attribution).toBe("nobody; the ministry");
  });

  it("adds and changes indicators, and says which", async () => {
    await load(first());
    const more = { ...cash("more cash"), id: "more_cash" };
    const { findings } = await load(
      second({
        measures: [MEASURE],
        indicators: [cash("money"), more],
        isFictional: true,
        title: { en: "Small" },
      }),
    );
    expect(findings.map(({ rule, value }) => [rule, value])).toEqual([
      ["indicators_added", "more_cash"],
      ["indicators_changed", "cash"],
      ["licence_changed", "CC0-1.0; OGL-UK-3.0"],
    ]);
    expect((await stored()).indicators.map(({ id, label }) => [id, label["en"]])).toEqual([
      ["cash", "money"],
      ["more_cash", "more cash"],
    ]);
  });

  it("takes away what is named, and no measure that is needed", async () => {
    await load(first());
    const nothing = { measures: [], indicators: [], licence: false, isFictional: false };
    const early = await load(second({}, { removes: { ...nothing, measures: ["cash_persons"] } }));
    expect(early.hasErrors).toBe(true);
    expect(early.findings).toContainEqual(
      expect.objectContaining({ rule: "measure_in_use", severity: "error", value: "cash_persons" }),
    );
    const all = { measures: ["cash_persons"], indicators: ["cash"], licence: true, isFictional: true };
    const { findings } = await load(second({}, { removes: all }));
    expect(findings.map(({ rule }) => rule)).toEqual([
      "measures_removed",
      "indicators_removed",
      "title_kept",
      "licence_changed",
    ]);
    expect(await stored()).toMatchObject({
      measures: [],
      indicators: [],
      isFictional: false,
      licence: { name: "OGL-UK-3.0", attribution: "the ministry" },
    });
    expect([await catalog("measure"), await catalog("indicator")]).toEqual([[], []]);
  });

  it("refuses tables on a level that the boundaries do not have", async () => {
    await load(first());
    const levels = [
      { id: "county", ordinal: 0, label: { en: "County" } },
      { id: "hamlet", ordinal: 1, label: { en: "Hamlet" } },
    ];
    const { findings, hasErrors } = await load(second({ levels }));
    expect(hasErrors).toBe(true);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: "unknown_level",
        message: 'level "hamlet" is none of the stored boundaries: known are county, village',
      }),
    );
  });
}
