// English words of the overview.

import { joined, rich } from "#client/i18n/rich_text.ts";
import type { FigureText, RichText } from "#client/i18n/rich_text.ts";
import type { SafeguardId, Light } from "#client/model/safeguards.ts";
import type { ToDoId } from "#client/model/to_do.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { capitalise } from "#client/i18n/capitalise.ts";

/** How much more or less there is than before. */
interface ChangeFacts {
  /** Now minus then. */
  readonly by: number;
  /** The size of it, a bare number. */
  readonly size: FigureText;
  /** What is counted: "households". */
  readonly unit: string;
  readonly since: string;
  readonly period: string;
}

interface StandingFacts {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** "counties" */
  readonly levels: string;
  /** "24 counties" */
  readonly areas: string;
  /** What holds them all: its name and the name of its level. */
  readonly whole: string;
  readonly wholeLevel: string;
  readonly of: FigureRef;
}

interface HeadlineFacts {
  readonly area: string;
  /** With their unit. */
  readonly people: FigureText;
  readonly share: FigureText | null;
  readonly standing: RichText;
  /** Which of the areas inside is worst, for one that has no like. */
  readonly worst: RichText;
  readonly change: RichText | null;
  readonly short: RichText;
}

const moreOrLess = ({ by, size, since }: ChangeFacts): RichText =>
  by === 0 ? [`the same as in ${since}`] : rich`${size} ${by < 0 ? "fewer" : "more"} than in ${since}`;

const afterward = ({ change, worst, short }: Pick<HeadlineFacts, "change" | "worst" | "short">): RichText =>
  rich`${change ? rich`, ${change}` : ""}${worst}.${short.length > 0 ? rich` ${short}` : ""}`;

const WITHOUT: Readonly<Record<SafeguardId, (n: FigureText) => RichText>> = {
  education: (n) => rich`${n} may be out of school`,
  medical: (n) => rich`${n} have no medical insurance`,
  housing: (n) => rich`${n} live in unsafe housing`,
  water: (n) => rich`${n} lack safe drinking water`,
};

const TO_DO: Readonly<Record<ToDoId, (n: FigureText) => RichText>> = {
  help_plan_coverage: (n) => rich`${n} without a help plan`,
  responsible_cadre_coverage: (n) => rich`${n} without a responsible cadre`,
  visits_on_time_share: (n) => rich`${n} visits not made on time`,
  overdue_alerts: (n) => rich`${n} alerts open past their limit`,
  tasks_on_time_share: (n) => rich`${n} tasks not closed on time`,
  late_project_share: (n) => rich`${n} projects past their due date`,
  funds_paid_share: (n) => rich`${n} not paid out`,
};

const WORST: Readonly<Record<string, (area: string, value: string) => string>> = {
  monitored_share: (area, value) => `Most monitored households: ${area}, ${value}`,
  suspected_dropout_rate: (area, value) => `Most suspected dropouts: ${area}, ${value}`,
  medical_insurance_coverage: (area, value) => `Least insured: ${area}, ${value}`,
  unsafe_housing_share: (area, value) => `Most unsafe housing: ${area}, ${value}`,
  unsafe_water_share: (area, value) => `Most without safe water: ${area}, ${value}`,
  help_plan_coverage: (area, value) => `Fewest plans: ${area}, ${value}`,
  funds_paid_share: (area, value) => `Slowest payment: ${area}, ${value}`,
};

export const overview = {
  overview: {
    title: "Overview",
    openMap: "Open the map",
    changedSince: (period: string) => `Change since ${period}`,
    print: "Print one page",
    chooseArea: "Choose an area",
    noData: "This release has nothing to show here for this area and period.",
    periodLine: (period: string) => period,
    asOf: (date: string) => `data as of ${date}`,
    office: "Office",
    printedOn: (date: string) => `Printed on ${date}`,
    reviewNumber: "Map review number",
    viewAt: "This view",

    poor: ({ area, people, share, standing, ...rest }: HeadlineFacts): RichText =>
      rich`${people} in ${area} are multidimensionally poor${share ? rich`, ${share}` : ""}${standing}${afterward(rest)}`,
    counted: ({
      area,
      people,
      share,
      standing,
      measure,
      ...rest
    }: HeadlineFacts & { readonly measure: string }): RichText =>
      rich`${area}: ${people} (${measure})${share ? rich`, ${share}` : ""}${standing}${afterward(rest)}`,
    standing: ({ first, last, count, areas, whole, of }: StandingFacts): RichText => {
      if (first === 1 && last === 1) return rich`, ${{ text: "the worst", of }} of ${areas} in ${whole}`;
      if (first === count) return rich`, ${{ text: "the least affected", of }} of ${areas} in ${whole}`;
      const rank = first === last ? String(first) : `${first}–${last}`;
      return rich`, ${{ text: `number ${rank}`, of }} of ${areas} in ${whole} (1 = worst)`;
    },
    worstOf: (levels: string, name: string, share: FigureText): RichText =>
      rich`; the worst of its ${levels} is ${name}, ${share}`,
    without: (clauses: readonly (readonly [SafeguardId, FigureText])[]): RichText =>
      clauses.length === 0
        ? []
        : rich`${joined(
            clauses.map(([id, n]) => WITHOUT[id](n)),
            "; ",
          )}.`,
    moreOrLess,
    changeTitle: (what: string) => `Change: ${what}`,
    changeHow: "The later count minus the earlier one.",
    restHow: "All who are counted, minus those who are reached.",

    people: "People in difficulty",
    safeguards: "Basic safeguards and water",
    help: "Help",
    funds: "Funds",
    monitored: (n: FigureText): RichText => rich`Monitored: ${n}`,
    persons: (n: FigureText): RichText => rich`, ${n}`,
    measureHow: "Summed from the lowest level; where it was not surveyed, nothing is added.",
    noPlan: "without a help plan",
    noCadre: (n: FigureText): RichText => rich`Without a responsible cadre: ${n}`,
    covered: (share: FigureText, parent: RichText): RichText => rich`Covered: ${share}${parent}`,
    parentShare: (name: string, share: FigureText): RichText => rich`, ${name} ${share}`,
    paid: (share: FigureText): RichText => rich`paid out, ${share} of what was allocated`,
    points: (by: number, size: FigureText, since: string, _period: string): RichText =>
      by === 0
        ? [`The same share as in ${since}`]
        : rich`${size} ${by > 0 ? "more" : "less"} than in ${since}`,
    elapsed: (share: string) => `${share} of the period is over`,
    pending: (amount: FigureText): RichText => rich`Not paid out: ${amount}`,
    safeguard: {
      education: "Education",
      medical: "Medical care",
      housing: "Housing",
      water: "Water",
    } satisfies Record<SafeguardId, string> as Readonly<Record<SafeguardId, string>>,
    light: {
      good: "met",
      close: "close, or to be checked",
      bad: "not met",
      none: "no data",
    } satisfies Record<Light, string> as Readonly<Record<Light, string>>,
    lightHow: (share: string) =>
      `● nobody goes without · ◆ at most ${share} do, or it is still to be checked · ▲ more do · ○ no data`,
    goWithout: "Go without",
    lookedAt: "Looked at",
    safeguardChange: (name: string, change: RichText): RichText => rich`${name}: ${change}`,
    allMet: "Nobody is known to go without.",
    worst: (indicator: string, label: string, area: string, value: string): string =>
      WORST[indicator]?.(area, value) ?? `${capitalise(label)}, worst: ${area}, ${value}`,

    toDo: "To do",
    toDoCount: (n: number) => (n === 1 ? "1 matter" : `${n} matters`),
    toDoWhat: (id: ToDoId, n: FigureText): RichText => TO_DO[id](n),
    toDoShare: (share: string, total: string) => `${share} of ${total}`,
    toDoMost: "Most in",
    toDoDepartment: "Responsible departments",
    nothingToDo: "Nothing is open or late by this release.",
    comma: ", ",

    mapOf: (levels: string) => `Where it is worst: ${levels}`,
    mapSub: (indicator: string, period: string) => `${indicator} · ${period}`,
    ends: { light: "less", heavy: "more" },
    counts: {
      unsafe_housing_share: "Unsafe housing",
      unsafe_water_share: "No safe water",
      monitored_share: "Monitored households",
    } as Readonly<Record<string, string>>,
    worstFive: (levels: string) => `Five worst ${levels}`,
    all: (areas: string) => `All ${areas}`,
    trends: "Over the years",
  },
};
