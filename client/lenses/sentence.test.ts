import { describe, expect, it } from "vitest";
import type { Profile, ProfileIndicator } from "#domain/contract/areas";
import type { Catalog } from "#domain/contract/catalog";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import { plain } from "#client/i18n/rich_text.ts";
import type { RichText } from "#client/i18n/rich_text.ts";
import { wordsOf } from "#client/i18n/words.ts";
import { of100 } from "./facts.ts";
import { sentence } from "./sentence.ts";

const catalog = {
  indicators: INDICATORS.map((indicator) => ({
    ...indicator,
    formula: "",
    periods: ["2021", "2022"],
    sources: [],
  })),
  measures: MEASURES,
} as unknown as Catalog;

const entry = (indicator: string, value: number, rest: Partial<ProfileIndicator> = {}): ProfileIndicator => ({
  indicator,
  value,
  coverage: 1,
  trend: [],
  ...rest,
});
const profile = (...indicators: ProfileIndicator[]): Profile =>
  ({ period: "2022", indicators, measures: {}, area: { code: "99" } }) as unknown as Profile;
const sentenceOf = (given: Profile, id: string, language: "en" | "zh"): RichText | null => {
  const indicator = catalog.indicators.find((known) => known.id === id)!;
  return sentence(given, catalog, indicator.lens, indicator, wordsOf(language, given.period));
};
const say = (given: Profile, id: string, language: "en" | "zh"): string | null => {
  const sentence = sentenceOf(given, id, language);
  return sentence && plain(sentence);
};
/** The figures of a sentence: what is written, and the indicators that it leads to. */
const figures = (sentence: RichText | null): string[] =>
  (sentence ?? []).flatMap((part) => {
    if (typeof part === "string") return [];
    const { of } = part;
    const ids =
      of.kind === "area"
        ? of.shown.map(({ indicator, period, since }) => [indicator, since, period].filter(Boolean).join(" "))
        : of.kind === "derived"
          ? of.from.map(([, number]) => number)
          : [];
    return [`${part.text} ← ${ids.join(" + ")}`];
  });

describe("the sentence", () => {
  const poor = profile(
    entry("mpi", 0.127),
    entry("multidimensional_headcount_ratio", 0.2702),
    entry("intensity", 0.47),
    entry("contribution_years_of_schooling", 0.27),
    entry("contribution_long_illness", 0.21),
    entry("contribution_housing", 0.26),
    entry("contribution_labour", 0.26),
  );

  it("says how many are poor, how deeply and why", () => {
    expect(say(poor, "mpi", "en")).toBe(
      "About 27 of every 100 people are multidimensionally poor; on average they suffer 47.0% of the weighted deprivations. Years of schooling and housing together make up just over half of their deprivations.",
    );
    expect(say(poor, "mpi", "zh")).toBe(
      "每 100 人中约 27 人多维贫困，平均缺项程度 47.0%；短板中受教育年限与住房合计占一半多。",
    );
  });

  it("leads from every number to the figure that it is, in either language", () => {
    expect(figures(sentenceOf(poor, "mpi", "en"))).toEqual([
      "27 ← multidimensional_headcount_ratio 2022",
      "47.0% ← intensity 2022",
      "just over half ← 27.0% + 26.0%",
    ]);
    expect(figures(sentenceOf(poor, "mpi", "zh"))).toHaveLength(3);
    const helped = profile(entry("help_plan_coverage", 0.92, { numerator: 92, denominator: 100 }));
    for (const language of ["en", "zh"] as const)
      expect(figures(sentenceOf(helped, "help_plan_coverage", language))).toEqual([
        "92 ← help_plan_coverage 2022",
        "8 ← 100 + 92",
      ]);
  });

  it("names how many nobody helps, and says so when there is nobody", () => {
    const some = profile(entry("help_plan_coverage", 0.92, { numerator: 92, denominator: 100 }));
    expect(say(some, "help_plan_coverage", "en")).toBe(
      "About 92 of every 100 registered or monitored households have an active help plan; 8 households have none.",
    );
    expect(say(some, "help_plan_coverage", "zh")).toBe(
      "每 100 户建档立卡户和监测户中约 92 户有正在实施的帮扶计划；共有 8 户还没有。",
    );
    const all = profile(entry("help_plan_coverage", 1, { numerator: 10, denominator: 10 }));
    expect(say(all, "help_plan_coverage", "zh")).toBe("建档立卡户和监测户全部有正在实施的帮扶计划。");
  });

  it("says the change of any other indicator with its direction", () => {
    const trend = [
      { period: "2021", value: 0.1 },
      { period: "2022", value: 0.08 },
    ];
    const given = profile(entry("headcount_ratio", 0.08, { trend }));
    expect(say(given, "headcount_ratio", "en")).toBe(
      "Income poverty headcount ratio in 2022: 8.0%, 2.0 pp better than in 2021.",
    );
    expect(figures(sentenceOf(given, "headcount_ratio", "en"))).toEqual([
      "8.0% ← headcount_ratio 2022",
      "2.0 pp ← headcount_ratio 2021 2022",
    ]);
    expect(say(given, "headcount_ratio", "zh")).toBe(
      "2022 年，低收入人口占比为 8.0%，较上年（2021）好转 2.0 个百分点。",
    );
  });

  it("says nothing where there is no value", () => {
    expect(say(profile(), "mpi", "en")).toBeNull();
    expect(
      say(
        profile({ indicator: "population", missing: "not-surveyed", coverage: 0, trend: [] }),
        "population",
        "en",
      ),
    ).toBeNull();
  });

  it("never rounds a share to none or all of a hundred", () => {
    expect([0, 0.001, 0.27, 0.999, 1].map(of100)).toEqual(["0", "0.1", "27", "99.9", "100"]);
  });
});
