// English words of two indicators, change, several maps, sets of areas, time.

import { lower } from "./grammar.ts";

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
    /** `span` are the periods over which the bounds are frozen; null for those of the shown period. */
    scope: (facts: { areas: string; need: string; other: string; span: string | null }) =>
      `${facts.areas} · ${facts.need === facts.other ? facts.need : `${facts.need} × ${facts.other}`} · thirds of this level ${facts.span ? `in ${facts.span}, the same for every period` : "and period"}; nothing at all is a class of its own`,
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
    worstFirst: "worst class first",
    showAll: "Show all classes",
    nobody: "No area of this class here.",
    first: (n: string) => `The first ${n} are listed. The file holds up to 10,000.`,
  },

  set: {
    pick: "Pick areas one by one; they are summed as one",
    lasso: "Draw a loop: the areas whose middle lies inside are picked",
    title: (n: number) => (n === 1 ? "1 area picked" : `${n} areas picked`),
    counted: (areas: string) => `${areas} summed as one, each counted once`,
    full: (n: string) =>
      `A set holds ${n} areas at most, and this one is full. For more, pick areas of the level above.`,
    summed: (numerator: string, denominator: string) =>
      `Numerators and denominators are summed first and divided once: ${numerator} / ${denominator}.`,
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
    title: (indicator: string) => `Change of ${indicator}`,
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
