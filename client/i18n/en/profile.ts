// English words of the profile and its first sentence.

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
    said: (facts: { since: string; areas: string; parts: readonly string[]; isPart: boolean }) =>
      `Since ${facts.since} made of ${facts.areas} of before: ${facts.parts.join(", ")}. Figures up to then are ${facts.isPart ? "estimated by these shares" : "the sums of theirs"}.`,
    split: (since: string, code: string, share: string) =>
      `Divided from ${code} in ${since}. Earlier figures are estimated as ${share} of its counts.`,
    whole: (code: string) => code,
    part: (code: string, share: string) => `${share} of ${code}`,
  },
  byShare: (share: string) => `estimated: boundaries changed later, ${share} of the count came by share`,
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
      of100: string;
      intensity: string | null;
      causes: readonly string[];
      causeShare: number;
    }) => {
      const depth = facts.intensity
        ? `, bearing on average ${facts.intensity} of all weighted deprivations`
        : "";
      const causes =
        facts.causes.length === 2
          ? `; ${lower(facts.causes[0]!)} together with ${lower(facts.causes[1]!)} makes up ${shareInWords(facts.causeShare)} of it`
          : "";
      return `Of every 100 ${facts.of} about ${facts.of100} are multidimensionally poor${depth}${causes}.`;
    },
    supply: (facts: { travel: string | null; ratio: string | null }) => {
      const travel = facts.travel ? `Pupils are on their way to school for ${facts.travel} on average` : null;
      const ratio = facts.ratio
        ? `${travel ? "e" : "E"}ach full-time teacher has ${facts.ratio} pupils`
        : null;
      return `${[travel, ratio].filter(Boolean).join("; ")}.`;
    },
    help: (facts: { of100: string; without: number; withoutText: string }) =>
      facts.without === 0
        ? "Every registered or monitored household has an active help plan."
        : `Of every 100 registered or monitored households ${facts.of100} have an active help plan; ${facts.withoutText} ${facts.without === 1 ? "has" : "have"} none.`,
    any: (facts: { indicator: string; value: string; period: string }) =>
      `${facts.indicator} was ${facts.value} in ${facts.period}.`,
    change: (facts: { size: string; direction: "better" | "worse" | "more" | "less"; since: string }) =>
      ({
        better: ` That is ${facts.size} better than in ${facts.since}.`,
        worse: ` That is ${facts.size} worse than in ${facts.since}.`,
        more: ` That is ${facts.size} more than in ${facts.since}.`,
        less: ` That is ${facts.size} less than in ${facts.since}.`,
      })[facts.direction],
    unchanged: (since: string) => ` Nothing has changed since ${since}.`,
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
