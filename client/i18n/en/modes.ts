// English words of two indicators, change, several maps, sets of areas, time.

import type { AxisRule } from "#domain/bivariate";
import { rich } from "#client/i18n/rich_text.ts";
import type { RichText, FigureText } from "#client/i18n/rich_text.ts";
import { plural } from "./grammar.ts";

interface BivariateScope {
  readonly areas: string;
  /** Periods of both. */
  readonly need: string;
  readonly other: string;
  /** Periods whose values make the bounds; null for those of the shown period. */
  readonly span: string | null;
  /** How either axis is divided, where one has bounds that are given; null where both are found. */
  readonly given: readonly { readonly name: string; readonly rule: AxisRule }[] | null;
}

interface ChangeFacts {
  /** "24 counties" */
  readonly areas: string;
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** The first of those that got worse; empty where there are none. */
  readonly names: readonly string[];
  readonly isNeutral: boolean;
}

export const modes = {
  modes: {
    label: "The map shows",
    one: "One indicator",
    oneWhat: "The shade of each area shows its value.",
    bivariate: { supply: "Need × supply", help: "Need × help" },
    bivariateWhat: {
      supply: "Where need is high and supply is short, in nine classes.",
      help: "Where need is high and no help is registered, in nine classes.",
    },
    second: "Second indicator",
  },
  bivariate: {
    title: (need: string, other: string) => `${need} × ${other}`,
    scope: ({ areas, need, other, span, given }: BivariateScope) => {
      const found = `terciles of this level ${span ? `over ${span}, the same for every period` : "and period"}`;
      const rules: Readonly<Record<AxisRule, string>> = {
        thirds: found,
        "nothing-apart": `${found}, zero has its own class`,
        something: "zero or more than zero",
        norm: "the norm",
        policy: "policy limits",
        manual: "custom bounds",
      };
      const how = given
        ? given.map(({ name, rule }) => `${name}: ${rules[rule]}`).join("; ")
        : `${found}; zero has its own class`;
      return `${areas} · ${need === other ? need : `${need} × ${other}`} · ${how}`;
    },
    axes: { need: "Need", supply: "Supply", help: "Help" },
    bounds: (axis: string) => `${axis}: bounds`,
    found: "Terciles",
    norm: (norm: string) => `Norm ${norm}`,
    normClasses: {
      meets: (name: string) => `${name} meets the norm`,
      short: (name: string) => `${name} short of the norm`,
      shortest: (name: string) => `${name} furthest short of the norm`,
    },
    foundSum: "Zero or more",
    policy: (limits: string) => `Policy ${limits}`,
    own: "Custom bounds",
    ownHint: (unit: string) => `One or two ascending bounds${unit ? ` in ${unit}` : ""}`,
    range: (name: string, range: string) => `${name} ${range}`,
    order: {
      class: "worst class first",
      indicator: (name: string) => `by ${name}`,
    },
    peopleIn: (n: FigureText, people: string): RichText => rich`${n} ${people}`,
    freeze: "Same bounds for all periods",
    thaw: "Bounds of this period",
    axis: (title: string, unit: string) => `${title}${unit ? ` (${unit})` : ""} →`,
    square: "Nine classes. Arrow keys move, Enter selects one.",
    name: (need: string, other: string) => `${need}, ${other}`,
    cell: (name: string, areas: string) => `${name}: ${areas}`,
    listed: (areas: string, name: string) => `${areas}: ${name}`,
    need: ["low need", "medium need", "high need"],
    noNeed: "no need",
    supply: {
      terciles: ["supply: best third", "supply: middle third", "supply: worst third"],
      none: "none there",
      some: "some there",
    },
    help: {
      terciles: ["help: best third", "help: middle third", "help: worst third"],
      none: "nothing registered",
      some: "something registered",
    },
    className: "Class",
    showAll: "Show all classes",
    nobody: "No area here is in this class.",
    first: (n: string) => `The first ${n} are listed. The file holds up to 10,000.`,
  },

  set: {
    pick: "Select areas one by one; they are added up as one",
    lasso: "Draw a lasso: areas whose centre lies inside are selected",
    title: (count: number, written: string) =>
      `${written} ${plural(count, { one: "area", other: "areas" })} selected`,
    areas: (count: number, written: string) => `${written} ${plural(count, { one: "area", other: "areas" })}`,
    counted: (areas: string | FigureText): RichText => rich`${areas} added up as one, each counted once`,
    full: (n: string) =>
      `The selection is full: it holds ${n} areas, and further ones were left out. To add others, remove some first, or start again with areas of a higher level.`,
    summed: (numerator: FigureText, denominator: FigureText): RichText =>
      rich`Numerators and denominators are added up first, then divided once: ${numerator} / ${denominator}.`,
    mode: "Select areas",
    pickShort: "One by one",
    lassoShort: "Lasso",
    stop: "Stop selecting",
    clear: "Clear",
    grow: (km: number) => `+ ${km} km`,
    growWhat: (km: number) =>
      `Add the areas whose border is within ${km} km of a selected one, shown on the map or not`,
    nothingNear: (km: number) => `There is no other area within ${km} km.`,
    members: "Areas in the selection",
    remove: (name: string) => `Remove ${name}`,
    more: (n: number) => `and ${n} more`,
  },

  compare: {
    label: "Maps side by side",
    two: "Two maps",
    four: "Four maps",
    swipe: "Swipe",
    what: {
      two: "Two indicators or periods side by side, moving together.",
      four: "Four at once, at first from the first period to the last.",
      swipe: "One map over another, with a divider between them.",
    },
    pane: (n: number) => `Map ${n}`,
    line: "Divider between the two maps; arrow keys move it",
  },

  changeMap: {
    mode: "Change over time",
    what: "What has improved and what has worsened since an earlier period.",
    since: "Since",
    sinceShortcut: (since: string) => `vs ${since}`,
    relative: "Relative",
    peopleWhat: "People in the later period, and how many more or fewer than in the earlier one",
    relativeWhat: "Change as a share of the earlier figure",
    title: (indicator: string) => `Change in ${indicator}`,
    scope: (areas: string, from: string, to: string, method: string) =>
      `${areas} · ${from} → ${to} · ${method}, each side by its own values`,
    /** What became of the areas; \`names\` are those that got worse, furthest first. */
    finding: ({ areas, better, worse, same, names, isNeutral }: ChangeFacts) => {
      const parts = [
        `${better || "none"} ${isNeutral ? "fell" : "improved"}`,
        `${worse || "none"} ${isNeutral ? "rose" : "got worse"}`,
        ...(same > 0 ? [`${same} did not change`] : []),
      ];
      const list = names.join(", ") + (worse > names.length ? ` and ${worse - names.length} more` : "");
      return `Of ${areas}, ${parts.join(", ")}${names.length > 0 ? `: ${list}` : ""}.`;
    },
    range: (low: string, high: string) => `${low} to ${high}`,
    interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
    uncertainNote: "not significant: the interval includes 0",
    none: "no change",
    uncertain: "No significant change",
    uncertainWhat: "The interval of the change includes 0: there may be no change at all",
    otherMethod: "The method changed between these periods, so their figures are not subtracted.",
  },

  methodSince: (period: string, label: string) =>
    `New method since ${period}: ${label}. Figures before and after are not connected.`,
  play: "Play",
  pause: "Pause",
  noDataIn: (period: string) => `${period}: no data`,
  nothingIn: (indicator: string, period: string) => `There are no figures for ${indicator} in ${period}.`,
  goTo: (period: string) => `Show ${period}`,
};
