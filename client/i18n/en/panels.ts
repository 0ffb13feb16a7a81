// English words of the lens panels in the profile.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { UnitId } from "#domain/unit";
import { rich } from "#client/i18n/rich_text.ts";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import { withUnit } from "./grammar.ts";

interface ChangeFacts {
  /** What the share of poor people moved of `change`. */
  readonly incidence: number;
  readonly change: number;
  readonly of: FigureText["of"];
}

interface NotReachedFacts {
  /** What is counted: the measure under the line. */
  readonly measure: string;
  readonly unit: UnitId;
  readonly count: number;
  /** How many are not reached, and of how many; both without a unit. */
  readonly missing: FigureText;
  readonly total: FigureText;
}

export const panels = {
  panels: {
    noValue: "no value",
    norm: "Norm",
    stop: ".",
    makeUpOf: (index: string) => `What makes up the ${index}, by period`,
    depth: "How deep the poverty is",
    depthSub: "income below the line",
    depthOf: {
      headcount_ratio: "how many",
      poverty_gap: "how far below",
      poverty_severity: "weighted to the poorest",
    } as Readonly<Record<string, string>>,
    closesGap: (area: string, _period: string) =>
      `Lifting everybody in ${area} to the poverty line would take`,
    gapEachBefore: " a year, ",
    gapEachAfter: " per poor person.",
    gapEachTitle: "Income gap per poor person",
    gapEachHow: "Money needed to close the income gap ÷ people below the line",
    poorPeople: (_period: string) => "People below the line",
    lorenz: {
      title: "How unequal incomes are",
      gini: "Gini",
      people: "people, poorest first",
      income: "% of income",
      equality: "equal incomes",
      read: "Share of people, poorest first",
      sentence: (share: string, income: string) => `The poorest ${share} have ${income} of the income.`,
      sentenceStart: (share: string) => `The poorest ${share} have `,
      sentenceEnd: " of the income. The shaded area lies between the curve and equal incomes.",
      shareOf: (share: string) => `Income share of the poorest ${share}`,
      how: "Income of the poorest ÷ income of everybody, both added up over the people with an income record, never over areas.",
      incomeOf: (share: string) => `Income of the poorest ${share}`,
      incomeOfAll: "Income of everybody",
      curveOf: (area: string, period: string) => `Lorenz curve of income, ${area}, ${period}`,
      none: (area: string) =>
        `Not known for ${area}: inequality is computed from the household records of every village inside, never from the figures of areas, and some of these records are missing.`,
    },
    whatChanged: "What changed M0",
    between: (from: string, to: string) => `${from} to ${to}`,
    byIncidence: (_change: number) => "Share of poor people",
    byIntensity: (_change: number) => "Deprivation per poor person",
    shapleyHow:
      "Shapley decomposition of the change of M0 = H × A: ΔH × mean A for the share of poor people, ΔA × mean H for their deprivation.",
    changeSentence: ({ incidence, change, of }: ChangeFacts): RichText => {
      const share = Math.round((incidence / change) * 100);
      const part = (percent: number): FigureText => ({ text: `${percent}%`, of });
      if (change === 0) return ["M0 has not changed: "];
      if (share > 100)
        return [
          "The share of poor people moved M0 by more than its change; deprivation per poor person worked against it. Change: ",
        ];
      if (share < 0)
        return [
          "Deprivation per poor person moved M0 by more than its change; the share of poor people worked against it. Change: ",
        ];
      return rich`${part(share)} of the change comes from the share of poor people, ${part(100 - share)} from the deprivation per poor person. Change: `;
    },
    byIncidenceHow:
      "ΔH × mean of A: the change of the share of poor people, at the mean of both intensities.",
    byIntensityHow: "ΔA × mean of H: the change of the intensity, at the mean of both shares of poor people.",
    partHow: "The index × the share of this part in it.",
    mainCauses: (_period: string) => "Main causes",
    otherCauses: "Other causes",
    exitScores: (_period: string) => "Exit scores",
    aboveEighty: "Households scoring above 80",
    ofWhole: (count: string, whole: string) => `of ${count} ${whole}`,
    restHow: "The whole minus the parts",
    whatThereIs: "What there is",
    howFar: "How far it is",
    compared: "How the rest compares",
    others: "Other indicators",
    comparedWith: (area: string) => `with ${area}`,
    norms: "Compared with the norm",
    normsSub: "required, present, missing",
    normIs: (norm: string) => `Norm: ${norm}. `,
    gapHow:
      "Required by the norm, rounded up to whole units, minus present. Summed over the area: a surplus in one place hides a shortage in another.",
    required: "Required",
    present: "Present",
    missing: (count: string) => `${count} missing`,
    spare: (count: string) => `${count} to spare`,
    met: "exactly met",
    gapOf: (facts: { name: string; present: FigureText; required: FigureText }): RichText =>
      rich` (${facts.name}: ${facts.present} of ${facts.required} required).`,
    placeByPlace: " Counted place by place: ",
    reach: "Whom it reaches",
    reachSub: "and whom it does not",
    allReached: "Everybody is reached.",
    notReached: ({ measure, unit, count, missing, total }: NotReachedFacts): RichText => {
      if (measure === "visits_due") return rich`${total} visits due, ${missing} not made on time.`;
      if (measure === "tasks_due") return rich`${total} tasks due, ${missing} not closed on time.`;
      return rich`Not reached: ${{ ...missing, text: withUnit(count, missing.text, unit) }} of ${total}.`;
    },
    notReachedBy: (indicator: string) => `Not reached: ${indicator}`,
    money: "Where the money is",
    moneyOverTime: "Funds paid and not yet paid, by period",
    allocated: "Allocated",
    paid: "Paid",
    pending: "Not yet paid",
    pendingHow: "Allocated − paid",
    flow: (allocated: string, paid: string, pending: string) =>
      `Of ${allocated} allocated, ${paid} have been paid and ${pending} have not`,
    addsUp: "Allocated = paid + not yet paid: the sums agree exactly.",
    overpaid: (amount: FigureText): RichText =>
      rich`The sums do not agree: ${amount} more has been paid than was allocated.`,
    disagrees:
      "The sums do not agree: the allocation reported is not the one by which the share paid was divided.",
    late: "Overdue or unfinished",
    extrusion: "People in need as columns",
    extrusionNote: (facts: { measure: string; name: string }) =>
      `Columns: ${facts.measure}. Highest: ${facts.name}, `,
    extrusionNone: "No area here has a figure for the columns.",
    extrusionFailed: "The columns could not be loaded. Press again to retry.",
    scatter: "Scatter plot",
    scatterEnlarge: "Enlarge the scatter plot",
    scatterSize: (people: string) => `Size of a dot: ${people}`,
    scatterOf: (need: string, other: string, areas: string) =>
      `${need} against ${other}: ${areas}. The table lists the same areas.`,
    scatterWalk: (chart: string) =>
      `${chart} Arrow keys go from area to area, with Shift they draw a rectangle that marks areas on the map.`,
    scatterKeys:
      "Arrow keys go from area to area; with Shift they draw a rectangle. Enter opens an area or selects what is marked; Escape clears.",
    brushed: (areas: string) => `${areas} marked on the map`,
    pickBrushed: "Select these areas",
    addUp: "Add it up",
    addUpTitle: (indicator: string, area: string, period: string) =>
      `${indicator}, ${area}, ${period}: added up`,
    addUpHow: "Numerators and denominators are added up here in your browser, then divided once.",
    addedUp: (areas: string) => `Sum of ${areas}`,
    shownFor: (area: string) => `Shown for ${area}`,
    addsUpExactly: "The sums agree exactly.",
    addsUpNot: (off: { numerator: string; denominator: string | null }) =>
      `The sums do not agree: what is shown differs by ${off.numerator}${off.denominator === null ? "" : ` in the numerator and ${off.denominator} in the denominator`}. The figure was reported for the area itself, not as the sum of all areas inside.`,
    withoutFigures: (areas: string) => `${areas} without figures.`,
    rankHow: (of: string) => `1 + the number of ${of} that are worse off; equal values share a rank.`,
    rankNeutralHow: (of: string) => `1 + the number of ${of} with a larger value; equal values share a rank.`,
    rankTitle: "Rank",
    withValue: "Areas with a value",
    changeTitle: (indicator: string) => `Change: ${indicator}`,
    changeHow: "Later value minus earlier value, before rounding.",
    polarity: {
      "higher-is-worse": "higher is worse",
      "higher-is-better": "higher is better",
      neutral: "neither high nor low is better",
    } as Readonly<Record<CatalogIndicator["polarity"], string>>,
    reading: "Direction",
    conflicts: "Conflicting values",
    conflictMark: (areas: string | null) =>
      areas === null ? "Conflicting values" : `Conflicting values in ${areas} inside`,
  },
};
