// English words of the lenses' panels in the profile.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { rich } from "#client/i18n/rich_text.ts";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import { lower } from "./grammar.ts";

interface ChangeFacts {
  /** What the share of poor moved of `change`. */
  readonly incidence: number;
  readonly change: number;
  readonly of: FigureText["of"];
}

export const panels = {
  panels: {
    noValue: "no value",
    norm: "Norm",
    stop: ".",
    makeUpOf: (index: string) => `What makes up the ${index}, by period`,
    depth: "How deep it is",
    depthSub: "income below the line",
    depthOf: {
      headcount_ratio: "how many",
      poverty_gap: "how far below",
      poverty_severity: "the poorest most",
    } as Readonly<Record<string, string>>,
    closesGap: (area: string) => `Lifting everybody in ${area} to the line would take, in a year,`,
    gapEachBefore: ": ",
    gapEachAfter: " for each poor person.",
    gapEachTitle: "Missing to the line, for each poor person",
    gapEachHow: "Money needed to close the income gap ÷ people below the line",
    poorPeople: "People below the line",
    lorenz: {
      title: "How unequal incomes are",
      gini: "Gini",
      people: "people, poorest first",
      income: "% of income",
      equality: "all the same",
      read: "Share of people, poorest first",
      said: (share: string, income: string) => `The poorest ${share} have ${income} of the income.`,
      saidBefore: (share: string) => `The poorest ${share} have `,
      saidAfter: " of the income. The shaded part is what parts the curve from equal incomes.",
      shareOf: (share: string) => `Share of income of the poorest ${share}`,
      how: "Income of the poorest ÷ income of everybody, both summed over the people with an income record; never over areas.",
      incomeOf: (share: string) => `Income of the poorest ${share}`,
      incomeOfAll: "Income of everybody",
      curveOf: (area: string, period: string) => `Lorenz curve of income, ${area}, ${period}`,
      none: (area: string) =>
        `Not known for ${area}: inequality is read from the household records of every village in it, never from figures of areas, and here they are not all there.`,
    },
    whatChanged: "What changed M0",
    between: (from: string, to: string) => `${from} to ${to}`,
    byIncidence: "share of poor",
    byIntensity: "deprivation of the poor",
    shapleyHow:
      "Shapley split of the change of M0 = H × A: ΔH × mean A through the share of poor, ΔA × mean H through their deprivation.",
    changeSaid: ({ incidence, change, of }: ChangeFacts): RichText => {
      const share = Math.round((incidence / change) * 100);
      const told = (part: number): FigureText => ({ text: `${part}%`, of });
      if (change === 0) return ["M0 is where it was; the change: "];
      if (share > 100)
        return [
          "The share of poor alone moved M0 further than it went; deprivation worked against it. The change: ",
        ];
      if (share < 0)
        return [
          "Deprivation of the poor alone moved M0 further than it went; the share of poor worked against it. The change: ",
        ];
      return rich`${told(share)} of the change came through the share of poor, ${told(100 - share)} through their deprivation. The change: `;
    },
    byIncidenceHow: "ΔH × mean of A: the change of the share of poor, at the mean of both intensities.",
    byIntensityHow: "ΔA × mean of H: the change of the intensity, at the mean of both shares of poor.",
    partHow: "The index × the share of this part in it.",
    mainCauses: "Main causes",
    otherCauses: "Other causes",
    exitScores: "Exit scores",
    aboveEighty: "Households scoring above 80",
    ofWhole: (count: string, whole: string) => `of ${count} ${lower(whole)}`,
    restHow: "What the parts leave of the whole",
    whatThereIs: "What there is",
    howFar: "How far it is",
    compared: "How the rest compares",
    others: "The rest",
    comparedWith: (area: string) => `with ${area}`,
    norms: "Against the norm",
    normsSub: "required, present, missing",
    asks: (norm: string) => `The norm: ${norm}. `,
    gapHow:
      "Required by the norm, rounded up to whole units, minus present. In sum over the area: a surplus in one place hides a shortage in another.",
    required: "Required",
    present: "Present",
    missing: (count: string) => `${count} missing`,
    spare: (count: string) => `${count} to spare`,
    met: "met exactly",
    gapOf: (facts: { name: string; present: FigureText; required: FigureText }): RichText =>
      rich` (${lower(facts.name)}: ${facts.present} of ${facts.required} required).`,
    placeByPlace: " Place by place ",
    reach: "Whom it reaches",
    reachSub: "and whom it leaves out",
    allReached: "Everybody is reached.",
    leftOut: "Left out:",
    outOf: " of ",
    withUnit: (count: string, unit: string) =>
      unit ? `${count} ${count === "1" ? unit.replace(/s$/, "") : unit}` : count,
    notReachedBy: (indicator: string) => `Left out: ${lower(indicator)}`,
    money: "Where the money is",
    moneyOverTime: "Funds paid and pending by period",
    allocated: "allocated",
    paid: "paid",
    pending: "pending",
    pendingHow: "Allocated − paid",
    flow: (allocated: string, paid: string, pending: string) =>
      `Of ${allocated} allocated ${paid} are paid and ${pending} pending`,
    addsUp: "Allocated = paid + pending, to the fen.",
    overpaid: (amount: FigureText): RichText =>
      rich`This does not add up: ${amount} more were paid than allocated.`,
    disagrees:
      "This does not add up: the allocation stated is not the one that the payments are measured by.",
    late: "What is overdue or missing",
    columns: "People in need as columns",
    columnsSaid: (facts: { measure: string; name: string }) =>
      `Extrusion: ${lower(facts.measure)}. Highest: ${facts.name}, `,
    columnsNone: "No area has a figure for the columns here.",
    columnsFailed: "The columns could not be loaded. Press again to try once more.",
    scatter: "Scatter",
    scatterOf: (need: string, other: string, areas: string) =>
      `${need} against ${other}: ${areas}. The table holds the same areas.`,
    scatterWalk: (chart: string) =>
      `${chart} Arrow keys go from area to area, with Shift they draw a rectangle that marks areas on the map.`,
    scatterKeys:
      "Arrow keys go from area to area; with Shift they draw a rectangle. Enter opens, or picks what is marked; Escape clears.",
    brushed: (areas: string) => `${areas} marked on the map`,
    pickBrushed: "Pick them as a set",
    addUp: "Add it up",
    addUpTitle: (indicator: string, area: string, period: string) =>
      `${indicator}, ${area}, ${period}: added up`,
    addUpHow: "Numerators and denominators are summed here in your browser, and divided once.",
    addedUp: (areas: string) => `Sum of ${areas}`,
    shownFor: (area: string) => `IndicatorPeriod for ${area}`,
    addsUpExactly: "The sums are equal to the unit.",
    addsUpNot: (off: { numerator: string; denominator: string | null }) =>
      `The sums differ: what is shown is off by ${off.numerator}${off.denominator === null ? "" : ` in the numerator and ${off.denominator} in the denominator`}. The figure was stated for the area itself, not for all areas inside.`,
    withoutFigures: (areas: string) => `${areas} without figures.`,
    rankHow: (of: string) => `1 + the number of ${of} that are worse off; equal values share a rank.`,
    rankNeutralHow: (of: string) => `1 + the number of ${of} that are larger; equal values share a rank.`,
    rankTitle: "Rank",
    withValue: "Areas with a value",
    changeTitle: (indicator: string) => `Change: ${indicator}`,
    changeHow: "Later value minus earlier value, before rounding.",
    polarity: {
      "higher-is-worse": "more is worse",
      "higher-is-better": "more is better",
      neutral: "neither end is worse",
    } as Readonly<Record<CatalogIndicator["polarity"], string>>,
    reading: "Reading",
    contested: "Conflicts",
    conflictMark: (areas: string | null) => (areas === null ? "Conflicts" : `Conflicts in ${areas} inside`),
  },
};
