// English words of the profile and its first sentence.

import type { LensId } from "#domain/lens";
import type { UnitId } from "#domain/unit";
import { capitalise } from "#client/i18n/capitalise.ts";
import { joined, rich } from "#client/i18n/rich_text.ts";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import { plural } from "./grammar.ts";

interface RankFacts {
  /** "24 counties": those that are ranked. */
  readonly areas: string;
  /** The parent. */
  readonly area: string;
  /** Of the indicator. */
  readonly lens: LensId;
  readonly isNeutral: boolean;
}

const LARGEST: Readonly<Partial<Record<UnitId, string>>> = {
  yuan: "with the most money",
  persons: "with the most people",
};

export const profile = {
  profile: "Profile",
  tabs: { label: "Profile", summary: "Summary", causes: "Causes", help: "Help", figures: "Figures" },
  code: (code: string) => `code ${code}`,
  rankOf: (rank: number, of: number) => `${rank} of ${of}`,
  rankAmong: ({ areas, area, isNeutral }: RankFacts) =>
    `${areas} in ${area}, ${isNeutral ? "1 = largest" : "1 = worst"}`,
  since: (since: string, _period: string) => `since ${since}`,
  noEarlier: "No earlier value",
  better: "better",
  worse: "worse",
  same: "no change",
  more: "more",
  less: "less",
  madeOf: {
    merged: (facts: {
      since: string;
      areas: string;
      parts: readonly RichText[];
      isPart: boolean;
    }): RichText =>
      rich`Since ${facts.since} made up of ${facts.areas} of earlier boundaries: ${joined(facts.parts, ", ")}. Earlier figures are ${facts.isPart ? "estimated by these shares" : "their sums"}.`,
    split: (since: string, code: string, share: FigureText): RichText =>
      rich`Split off from ${code} in ${since}. Earlier figures are estimated as ${share} of its counts.`,
    whole: (code: string): RichText => [code],
    part: (code: string, share: FigureText): RichText => rich`${share} of ${code}`,
    shareTitle: (code: string) => `Share of ${code}`,
    shareHow: "Reported with the change of boundaries; all earlier counts are multiplied by it.",
  },
  byShare: (share: string | FigureText): RichText =>
    rich`apportioned: boundaries changed later, ${share} of the count was divided by shares`,
  trend: "Over time",
  trendOf: (indicator: string) => `${indicator} over time`,
  trendMissing: (periods: string) => `No value in ${periods}`,
  why: "What makes up the poverty",
  whySub: "share of M0",
  lensSummary: "Need, supply and help",
  all: "All indicators",
  worstInside: (levels: string) => `Worst ${levels}`,
  largestInside: (levels: string, unit: UnitId) =>
    `${capitalise(levels)} ${LARGEST[unit] ?? "with the highest values"}`,
  insideOf: (area: string) => `in ${area}`,
  conflictTitle: "Departments report different numbers",
  conflictInside: (measure: string, areas: FigureText): RichText =>
    rich`${capitalise(measure)}: they differ in ${areas}.`,
  conflictHere: (measure: string, both: FigureText): RichText => rich`${capitalise(measure)}: ${both}.`,
  noInside: "No area inside has a value",
  provenance: "Where this number comes from",
  formula: "Formula",
  numerator: "Numerator",
  denominator: "Denominator",
  coverage: "Coverage",
  changeOfPart: (share: string, levels: string) => `of the ${share} of the ${levels} counted in both`,
  notCommon: (levels: string) => `none of the ${levels} is counted in both, so nothing is compared`,
  aboveWhole: "above 100%: more than the whole that it is a share of",
  coverageOf: (share: string, levels: string) => `${share} of the ${levels} included`,
  sources: "Source",
  reported: (date: string) => `as of ${date}`,
  noSource: "No source was recorded",
  release: "Release",
  releaseOf: (number: number, date: string) => (date ? `No. ${number}, published ${date}` : `No. ${number}`),
  chooseArea: "Choose an area on the map or in the table.",

  sentences: {
    poverty: (facts: {
      of: "people" | "households";
      of100: FigureText;
      intensity: FigureText | null;
      causes: readonly string[];
      /** 0–1, and where it comes from. */
      causeShare: { readonly share: number } & Pick<FigureText, "of">;
    }): RichText => {
      const depth = facts.intensity
        ? rich`; on average they suffer ${facts.intensity} of the weighted deprivations`
        : "";
      const { share, of } = facts.causeShare;
      const causes =
        facts.causes.length === 2
          ? rich`. ${capitalise(facts.causes[0]!)} and ${facts.causes[1]!} together make up ${{ text: shareInWords(share), of }} of their deprivations`
          : "";
      return rich`About ${facts.of100} of every 100 ${facts.of} are multidimensionally poor${depth}${causes}.`;
    },
    supply: (facts: { travel: FigureText | null; ratio: FigureText | null }): RichText => {
      const { travel, ratio } = facts;
      const way = travel ? [rich`Pupils take ${travel} to get to school on average`] : [];
      const each = ratio ? [rich`${travel ? "t" : "T"}here are ${ratio} pupils per full-time teacher`] : [];
      return rich`${joined([...way, ...each], "; ")}.`;
    },
    help: (facts: { of100: FigureText; without: number; withoutText: FigureText }): RichText =>
      facts.without === 0
        ? ["Every registered or monitored household has an active help plan."]
        : rich`About ${facts.of100} of every 100 registered or monitored households have an active help plan; ${facts.withoutText} ${plural(facts.without, { one: "household has", other: "households have" })} none.`,
    any: (facts: { indicator: string; value: FigureText; period: string }): RichText =>
      rich`${capitalise(facts.indicator)} in ${facts.period}: ${facts.value}`,
    change: (facts: {
      size: FigureText;
      direction: "better" | "worse" | "more" | "less";
      since: string;
      period: string;
    }): RichText => rich`, ${facts.size} ${facts.direction} than in ${facts.since}`,
    unchanged: (since: string, _period: string): RichText => [`, the same as in ${since}`],
    end: ".",
    causesTitle: "Share of the two largest parts",
    causesHow: "The two largest shares of M0, added up.",
    withoutTitle: "Households without a help plan",
  },
};

/** A share 0–1 in the words of a speaker. */
function shareInWords(share: number): string {
  const steps: [number, string][] = [
    [0.45, `${Math.round(share * 100)}%`],
    [0.49, "almost half"],
    [0.51, "half"],
    [0.55, "just over half"],
    [0.64, "more than half"],
    [0.7, "about two thirds"],
    [0.79, "about three quarters"],
    [0.999, "most"],
  ];
  return steps.find(([below]) => share < below)?.[1] ?? "all";
}
