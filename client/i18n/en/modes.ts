// English words of two indicators, change, several maps, sets of areas, time.

import type { AxisRule } from "#domain/bivariate";
import { rich } from "#client/i18n/rich_text.ts";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import { lower } from "./grammar.ts";

interface PairScope {
  readonly areas: string;
  /** Periods of both. */
  readonly need: string;
  readonly other: string;
  /** Periods over which found bounds are frozen; null for those of the shown period. */
  readonly span: string | null;
  /** How either axis is parted, where one has bounds that are given; null where both are found. */
  readonly given: readonly { readonly name: string; readonly rule: AxisRule }[] | null;
}

export const modes = {
  modes: {
    label: "The map shows",
    one: "One indicator",
    oneWhat: "The shade of each area says how much.",
    pair: { supply: "Need × supply", help: "Need × help" },
    pairWhat: {
      supply: "Where need is high and supply is short, in nine classes.",
      help: "Where need is high and no help is registered, in nine classes.",
    },
    held: "Held against the need",
  },
  nine: {
    title: (need: string, other: string) => `${need} × ${lower(other)}`,
    scope: ({ areas, need, other, span, given }: PairScope) => {
      const found = `thirds of this level ${span ? `in ${span}, the same for every period` : "and period"}`;
      const rules: Readonly<Record<AxisRule, string>> = {
        thirds: found,
        "nothing-apart": `${found}, nothing at all apart`,
        something: "nothing or something",
        policy: "policy limits",
        manual: "own bounds",
      };
      const how = given
        ? given.map(({ name, rule }) => `${name}: ${rules[rule]}`).join("; ")
        : `${found}; nothing at all is a class of its own`;
      return `${areas} · ${need === other ? need : `${need} × ${other}`} · ${how}`;
    },
    axes: { need: "Need", supply: "Supply", help: "Help" },
    bounds: (axis: string) => `${axis}: bounds`,
    found: "thirds",
    foundSum: "nothing or something",
    policy: (limits: string) => `policy ${limits}`,
    own: "own bounds",
    ownHint: (unit: string) => `One or two rising bounds${unit ? ` in ${unit}` : ""}`,
    range: (name: string, range: string) => `${name} ${range}`,
    order: {
      class: "worst class first",
      need: (name: string) => `by ${name}`,
      people: (name: string) => `by ${lower(name)}`,
    },
    peopleIn: (n: FigureText, people: string): RichText => rich`${n} ${lower(people)}`,
    freeze: "Same bounds for all periods",
    thaw: "Bounds of this period",
    axis: (title: string, unit: string) => `${title}${unit ? ` (${unit})` : ""} →`,
    square: "Nine classes. Arrow keys move, Enter picks one out.",
    name: (need: string, other: string) => `${need}, ${other}`,
    cell: (name: string, areas: string) => `${name}: ${areas}`,
    listed: (areas: string, name: string) => `${areas}: ${lower(name)}`,
    need: ["Low need", "Middling need", "High need"],
    noNeed: "No need",
    supply: {
      rungs: ["well supplied", "half supplied", "short of supply"],
      none: "nothing there",
      some: "something there",
    },
    help: {
      rungs: ["well helped", "partly helped", "little help"],
      none: "nothing registered",
      some: "something registered",
    },
    className: "Class",
    showAll: "Show all classes",
    nobody: "No area of this class here.",
    first: (n: string) => `The first ${n} are listed. The file holds up to 10,000.`,
  },

  set: {
    pick: "Pick areas one by one; they are summed as one",
    lasso: "Draw a loop: the areas whose middle lies inside are picked",
    title: (n: string) => `${n} ${n === "1" ? "area" : "areas"} picked`,
    counted: (areas: string | FigureText): RichText => rich`${areas} summed as one, each counted once`,
    full: (n: string) =>
      `The set is full: it holds ${n} areas, and what came after is left out. To take in more, take some out first, or begin anew with areas of a higher level.`,
    summed: (numerator: FigureText, denominator: FigureText): RichText =>
      rich`Numerators and denominators are summed first and divided once: ${numerator} / ${denominator}.`,
    mode: "Pick areas",
    pickShort: "One by one",
    lassoShort: "By a loop",
    stop: "Stop picking",
    clear: "Clear",
    grow: (km: number) => `+ ${km} km`,
    growWhat: (km: number) =>
      `Add the areas that come within ${km} km of a picked one, border to border, shown on the map or not`,
    nothingNear: (km: number) => `No other area comes within ${km} km.`,
    members: "What is in it",
    remove: (name: string) => `Take out ${name}`,
    more: (n: number) => `and ${n} more`,
  },

  compare: {
    label: "Maps side by side",
    two: "Two maps",
    four: "Four maps",
    swipe: "Swipe",
    what: {
      two: "Two indicators or periods side by side, under one camera.",
      four: "Four at once, from the first period to the last to begin with.",
      swipe: "One map under another, parted by a line.",
    },
    pane: (n: number) => `Map ${n}`,
    line: "Line between the two maps; arrow keys move it",
  },

  changeMap: {
    mode: "Change over time",
    what: "What got better and what got worse since an earlier period.",
    since: "Since",
    title: (indicator: string) => `Change of ${lower(indicator)}`,
    scope: (areas: string, from: string, to: string, method: string) =>
      `${areas} · ${from} → ${to} · ${method}, the same on both sides of no change`,
    range: (low: string, high: string) => `${low} to ${high}`,
    interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
    unsureSaid: "not certain: the interval holds 0",
    unsure: "No sure change",
    unsureWhat: "The interval of the change holds 0: it may as well be none",
    otherMethod: "The method changed between these periods, so their figures are not subtracted.",
  },

  methodSince: (period: string, label: string) =>
    `New method since ${period}: ${label}. The figures before and after are not joined.`,
  play: "Play",
  pause: "Pause",
  noDataIn: (period: string) => `${period}: no data`,
  nothingIn: (indicator: string, period: string) => `${indicator} was not collected in ${period}.`,
  goTo: (period: string) => `Show ${period}`,
};
