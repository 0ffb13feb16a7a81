// English words of the profile and its first sentence.

import { joined, rich } from "#client/i18n/rich_text.ts";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import { lower } from "./grammar.ts";

interface RankFacts {
  /** Plural of the level. */
  readonly levels: string;
  /** The parent. */
  readonly area: string;
  readonly of: number;
  /** Whether low values are the bad ones. */
  readonly isLowWorst: boolean;
}

export const profile = {
  profile: "Profile",
  code: (code: string) => `code ${code}`,
  rankOf: (rank: number, of: number) => `${rank} of ${of}`,
  rankAmong: (facts: RankFacts) => `${facts.levels} in ${facts.area}, worst first`,
  rankLargest: (facts: RankFacts) => `${facts.levels} in ${facts.area}, largest first`,
  since: (period: string) => `since ${period}`,
  noEarlier: "No earlier value",
  better: "better",
  worse: "worse",
  same: "no change",
  more: "more",
  less: "less",
  madeOf: {
    said: (facts: { since: string; areas: string; parts: readonly RichText[]; isPart: boolean }): RichText =>
      rich`Since ${facts.since} made of ${facts.areas} of before: ${joined(facts.parts, ", ")}. Figures up to then are ${facts.isPart ? "estimated by these shares" : "the sums of theirs"}.`,
    split: (since: string, code: string, share: FigureText): RichText =>
      rich`Divided from ${code} in ${since}. Earlier figures are estimated as ${share} of its counts.`,
    whole: (code: string): RichText => [code],
    part: (code: string, share: FigureText): RichText => rich`${share} of ${code}`,
    shareTitle: (code: string) => `Share of ${code}`,
    shareHow: "Stated with the change of boundaries; all counts of before are multiplied by it.",
  },
  byShare: (share: string | FigureText): RichText =>
    rich`estimated: boundaries changed later, ${share} of the count came by share`,
  trend: "Over time",
  trendOf: (indicator: string) => `${indicator} over time`,
  trendMissing: (periods: string) => `No value in ${periods}`,
  parentLine: (name: string) => `Dashed: ${name}`,
  why: "What makes up the poverty",
  whySub: "Share of M0",
  lensSummary: "Need, supply and help",
  all: "All indicators",
  worstInside: (levels: string) => `Worst ${levels}`,
  bestInside: (levels: string) => `Largest ${levels}`,
  insideOf: (area: string) => `in ${area}`,
  conflictTitle: "Departments state different numbers",
  conflictInside: (measure: string, areas: FigureText): RichText =>
    rich`${measure}: they differ in ${areas}.`,
  conflictHere: (measure: string, both: FigureText): RichText => rich`${measure}: ${both}.`,
  seeAll: (n: string) => `All ${n}`,
  noInside: "No area inside has a value",
  provenance: "Where this number comes from",
  formula: "Formula",
  numerator: "Numerator",
  denominator: "Denominator",
  coverage: "Coverage",
  coverageOf: (share: string, levels: string) => `${share} of the ${levels} counted`,
  sources: "Source",
  reported: (date: string) => `as of ${date}`,
  noSource: "No source was recorded",
  release: "Release",
  releaseOf: (number: number, date: string) => (date ? `No. ${number}, published ${date}` : `No. ${number}`),
  missingFor: (reason: string) => `${reason} in this period`,
  chooseArea: "Choose an area on the map or in the table.",

  say: {
    poverty: (facts: {
      of: "people" | "households";
      of100: FigureText;
      intensity: FigureText | null;
      causes: readonly string[];
      /** 0–1, and where it comes from. */
      causeShare: { readonly share: number } & Pick<FigureText, "of">;
    }): RichText => {
      const depth = facts.intensity
        ? rich`, bearing on average ${facts.intensity} of all weighted deprivations`
        : "";
      const { share, of } = facts.causeShare;
      const causes =
        facts.causes.length === 2
          ? rich`; ${lower(facts.causes[0]!)} together with ${lower(facts.causes[1]!)} makes up ${{ text: shareInWords(share), of }} of it`
          : "";
      return rich`Of every 100 ${facts.of} about ${facts.of100} are multidimensionally poor${depth}${causes}.`;
    },
    supply: (facts: { travel: FigureText | null; ratio: FigureText | null }): RichText => {
      const { travel, ratio } = facts;
      const way = travel ? [rich`Pupils are on their way to school for ${travel} on average`] : [];
      const each = ratio ? [rich`${travel ? "e" : "E"}ach full-time teacher has ${ratio} pupils`] : [];
      return rich`${joined([...way, ...each], "; ")}.`;
    },
    help: (facts: { of100: FigureText; without: number; withoutText: FigureText }): RichText =>
      facts.without === 0
        ? ["Every registered or monitored household has an active help plan."]
        : rich`Of every 100 registered or monitored households ${facts.of100} have an active help plan. In all, ${facts.withoutText} ${facts.without === 1 ? "household has" : "households have"} none.`,
    any: (facts: { indicator: string; value: FigureText; period: string }): RichText =>
      rich`${facts.indicator} was ${facts.value} in ${facts.period}.`,
    change: (facts: {
      size: FigureText;
      direction: "better" | "worse" | "more" | "less";
      since: string;
    }): RichText => rich` That is ${facts.size} ${facts.direction} than in ${facts.since}.`,
    unchanged: (since: string): RichText => [` Nothing has changed since ${since}.`],
    causesTitle: "Share of the two largest parts",
    causesHow: "The two largest shares of M0, added up.",
    withoutTitle: "Households without a help plan",
  },
};

/** Says a share 0–1 the way one speaks. */
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
