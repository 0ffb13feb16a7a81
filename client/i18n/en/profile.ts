// English words of the profile and its first sentence.

import { joined, said } from "#client/i18n/rich_text.ts";
import type { Sentence, Told } from "#client/i18n/rich_text.ts";
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
    said: (facts: { since: string; areas: string; parts: readonly Sentence[]; isPart: boolean }): Sentence =>
      said`Since ${facts.since} made of ${facts.areas} of before: ${joined(facts.parts, ", ")}. Figures up to then are ${facts.isPart ? "estimated by these shares" : "the sums of theirs"}.`,
    split: (since: string, code: string, share: Told): Sentence =>
      said`Divided from ${code} in ${since}. Earlier figures are estimated as ${share} of its counts.`,
    whole: (code: string): Sentence => [code],
    part: (code: string, share: Told): Sentence => said`${share} of ${code}`,
    shareTitle: (code: string) => `Share of ${code}`,
    shareHow: "Stated with the change of boundaries; all counts of before are multiplied by it.",
  },
  byShare: (share: string | Told): Sentence =>
    said`estimated: boundaries changed later, ${share} of the count came by share`,
  trend: "Over time",
  trendOf: (indicator: string) => `${indicator} over time`,
  trendMissing: (periods: string) => `No value in ${periods}`,
  parentLine: (name: string) => `Dashed: ${name}`,
  why: "What makes up the poverty",
  whySub: "Share of M0",
  trio: "Need, supply and help",
  all: "All indicators",
  worstInside: (levels: string) => `Worst ${levels}`,
  bestInside: (levels: string) => `Largest ${levels}`,
  insideOf: (area: string) => `in ${area}`,
  contestedTitle: "Departments state different numbers",
  contestedInside: (measure: string, areas: Told): Sentence => said`${measure}: they differ in ${areas}.`,
  contestedHere: (measure: string, both: Told): Sentence => said`${measure}: ${both}.`,
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
      of100: Told;
      intensity: Told | null;
      causes: readonly string[];
      /** 0–1, and where it comes from. */
      causeShare: { readonly share: number } & Pick<Told, "of">;
    }): Sentence => {
      const depth = facts.intensity
        ? said`, bearing on average ${facts.intensity} of all weighted deprivations`
        : "";
      const { share, of } = facts.causeShare;
      const causes =
        facts.causes.length === 2
          ? said`; ${lower(facts.causes[0]!)} together with ${lower(facts.causes[1]!)} makes up ${{ text: shareInWords(share), of }} of it`
          : "";
      return said`Of every 100 ${facts.of} about ${facts.of100} are multidimensionally poor${depth}${causes}.`;
    },
    supply: (facts: { travel: Told | null; ratio: Told | null }): Sentence => {
      const { travel, ratio } = facts;
      const way = travel ? [said`Pupils are on their way to school for ${travel} on average`] : [];
      const each = ratio ? [said`${travel ? "e" : "E"}ach full-time teacher has ${ratio} pupils`] : [];
      return said`${joined([...way, ...each], "; ")}.`;
    },
    help: (facts: { of100: Told; without: number; withoutTold: Told }): Sentence =>
      facts.without === 0
        ? ["Every registered or monitored household has an active help plan."]
        : said`Of every 100 registered or monitored households ${facts.of100} have an active help plan. In all, ${facts.withoutTold} ${facts.without === 1 ? "household has" : "households have"} none.`,
    any: (facts: { indicator: string; value: Told; period: string }): Sentence =>
      said`${facts.indicator} was ${facts.value} in ${facts.period}.`,
    change: (facts: {
      size: Told;
      direction: "better" | "worse" | "more" | "less";
      since: string;
    }): Sentence => said` That is ${facts.size} ${facts.direction} than in ${facts.since}.`,
    unchanged: (since: string): Sentence => [` Nothing has changed since ${since}.`],
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
