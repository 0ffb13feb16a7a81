// Every word the product says, in English. `zh.ts` must have the same keys.

import type { ClassMethod, ClassScope } from "#domain/classing";
import type { CatalogIndicator } from "#domain/contract/catalog";

const METHODS: Readonly<Record<ClassMethod, string>> = {
  ckmeans: "natural breaks",
  quantile: "equal counts",
  equal: "equal steps",
  pretty: "round steps",
  standard_deviation: "distance from the mean",
  head_tail: "head and tail",
  policy: "policy limits",
  manual: "own breaks",
};

/** For the middle of a sentence; abbreviations such as M0 and P1 stay as they are. */
const lower = (text: string): string =>
  text.replaceAll(/\S+/g, (word) => (/\d|^\p{Lu}{2}/u.test(word) ? word : word.toLowerCase()));

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

interface ScopeFacts {
  readonly areas: string;
  readonly period: string;
  readonly method: ClassMethod;
  readonly kind: ClassScope;
  /** The periods whose values made the breaks: 2014–2022. */
  readonly span: string;
  readonly hasZeroClass: boolean;
}

interface RankFacts {
  /** Plural of the level. */
  readonly levels: string;
  /** The parent. */
  readonly area: string;
  readonly of: number;
  /** Whether low values are the bad ones. */
  readonly isLowWorst: boolean;
}

export const en = {
  product: "Village Lens",
  otherProduct: "村情图",
  documentTitle: (area: string, indicator: string) => `${area} · ${indicator} · Village Lens`,
  fictional: "Fictional demonstration data",
  fictionalOther: "演示数据，虚构省份",
  skipToTable: "Skip to the table",

  lens: "Lens",
  indicator: "Indicator",
  period: "Period",
  level: "Level",
  levelAuto: (level: string) => `Auto: ${level}`,
  search: "Search",
  searchHint: "Name or code",
  searchNone: (q: string) => `Nothing is called “${q}”. Try part of a name, or a code.`,
  searchCount: (n: number) => (n === 1 ? "1 area found" : `${n} areas found`),
  language: "中文",
  languageLabel: "中文，切换为中文",
  theme: { light: "Light theme", dark: "Dark theme" },
  share: "Share",
  shared: "Link copied",
  shareFailed: "The link could not be copied. It is in the address bar.",
  help: "Keyboard help",
  close: "Close",
  up: "Up",
  upTo: (name: string) => `Up to ${name}`,
  breadcrumb: "Where you are",
  showing: (levels: string) => `Showing ${levels}`,
  wholeTerritory: "Whole territory",
  asCircles: "circles",
  otherIndicators: "Other",

  count: (n: string, singular: string, plural: string, isOne: boolean) =>
    `${n} ${lower(isOne ? singular : plural)}`,
  plural: (singular: string, plural: string | undefined) => plural ?? singular,
  lower,
  join: (parts: readonly string[]) => parts.join(" · "),
  pair: (a: string, b: string) => `${a}: ${b}`,
  unitSuffix: (unit: string) => ` (${unit})`,
  times: "×",

  legend: "Legend",
  methods: METHODS,
  scope: (facts: ScopeFacts) => {
    const how = {
      period: `${METHODS[facts.method]} of this level and period`,
      periods: `${METHODS[facts.method]}, the same breaks for ${facts.span}`,
      levels: `${METHODS[facts.method]}, the same breaks for all levels and ${facts.span}`,
    }[facts.kind];
    const given = facts.method === "policy" || facts.method === "manual";
    const said = given ? `${METHODS[facts.method]}, the same everywhere` : how;
    return `${facts.areas} · ${facts.period} · ${said}${facts.hasZeroClass ? "; 0 is a class of its own" : ""}`;
  },
  scopeCircles: (areas: string, period: string) => `${areas} · ${period} · circle area shows the number`,
  change: "Change",
  done: "Done",
  classMethod: "Method",
  classCount: "Classes",
  classScope: "Breaks of",
  scopes: {
    period: "this level and period",
    periods: "this level, all periods",
    levels: "all levels and periods",
  },
  zeroClass: "Zero",
  zeroApart: "a class of its own",
  zeroWithin: "with the rest",
  ownBreaks: (unit: string) => `Breaks${unit ? ` in ${unit}` : ""}, rising`,
  ownBreaksWrong: (most: number) => `Write 1 to ${most} rising numbers, as in 10, 20, 30`,
  varianceFit: (share: string) =>
    `The classes explain ${share} of the differences (goodness of variance fit)`,
  classAboveZero: (high: string | null) => (high ? `more than 0 to under ${high}` : "more than 0"),
  fromSample: "Figures from a sample survey",
  fullCount: "Full count",
  reliability: {
    "full-count": "full count",
    reliable: "reliable",
    caution: "use with caution",
    unreliable: "unreliable",
  },
  unreliableWhat: "The standard error is more than 30 % of the figure: not ranked, hatched on the map",
  intervalOf: (low: string, high: string) => `95% interval ${low}–${high}`,
  sampleUnknown: "sample size not reported",
  rankRange: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  hoverRankRange: (first: number, last: number, of: number) => `rank ${first}–${last} of ${of}`,
  rankRangeOf: (first: number, last: number, of: number) => `${first}–${last} of ${of}`,
  notRanked: "not ranked",
  alike: (n: number, levels: string) =>
    n === 1 ? "1 more cannot be told apart" : `${n} more ${levels} cannot be told apart`,
  noneStandsOut: (n: number, levels: string) =>
    `None stands out: ${n} ${levels} cannot be told apart at this end`,
  classOf: (range: string, count: string) => `${range}: ${count}. Highlight on the map`,
  classRange: (low: string, high: string) => `${low} to under ${high}`,
  classFrom: (low: string) => `${low} and more`,
  classBelow: (high: string) => `under ${high}`,
  allInOne: "All values are the same",
  noValues: "No area has a value here",
  clearClass: "Show all classes",
  histogram: "How the areas spread over the values",

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
    scope: (areas: string, need: string, other: string) =>
      `${areas} · ${need === other ? need : `${need} × ${other}`} · thirds of this level and period; nothing at all is a class of its own`,
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
    lasso: "Draw a loop around areas to pick them",
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
    growWhat: (km: number) => `Add the areas whose middle is within ${km} km of a picked one's`,
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
  lensEmpty: (lens: string) => `This release has no data under “${lens}”.`,
  lensEmptyWhat: "The other lenses work. Data for it can be added with an import profile and a new release.",
  lensBack: (lens: string) => `Back to ${lens}`,

  table: "Table",
  tableOf: (levels: string, order: string) => `${levels}, ${order}`,
  worstFirst: (_isLowWorst: boolean) => "worst first",
  bestFirst: (_isLowWorst: boolean) => "best first",
  largestFirst: "largest first",
  smallestFirst: "smallest first",
  byName: "by name",
  byChange: "by change",
  byCount: "by count",
  tableInside: (area: string) => `in ${area}`,
  rank: "Rank",
  name: "Name",
  changeSince: (period: string) => `vs ${period}`,
  changeNone: "Change",
  download: "Download CSV",
  fold: "Fold the table",
  unfold: "Unfold the table",
  tableHelp: "Arrow keys move through the rows and the map follows; Enter opens.",
  sortBy: (column: string) => `Sort by ${column}`,
  openArea: (name: string) => `Open ${name}`,

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

  hoverRank: (rank: number, of: number) => `rank ${rank} of ${of}`,
  hoverTap: "Tap again to open",

  mapLabel: (levels: string, area: string, indicator: string) =>
    `Map of the ${lower(levels)} in ${area} by ${indicator}. Arrow keys move it, plus and minus zoom. The table holds the same areas.`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the open area",
  mapMissing: "The map cannot be drawn here",
  mapMissingWhat:
    "This browser offers no WebGL. The table and the profile hold the same figures and work as usual.",
  mapLoading: "Drawing the map",

  loading: "Loading",
  problem: {
    away: "The server cannot be reached",
    awayWhat:
      "What is on the screen stays usable. Check the network; the page tries again by itself when you ask.",
    busy: "The database is not answering just now",
    busyWhat: "Figures already shown are still right. Wait a moment and try again.",
    refused: "This could not be shown",
    noRelease: "Nothing has been published yet",
    noReleaseWhat: "Import data, then publish a release with “npm run lens -- publish”.",
    retry: "Try again",
    start: "Go to the start",
    request: (id: string) => `Request ${id}`,
  },
  releaseCame: (number: number) => `The map now shows release ${number}, the latest.`,
  releaseWaits: (number: number, shown: number) =>
    `This link shows release ${shown}. Release ${number} has been published since.`,
  releaseGo: "Show the newest",
  droppedLink: (parts: string) => `Part of the link could not be read and was left out: ${parts}`,
  attribution: (name: string) => `Licence: ${name}`,
  areaUnknown: (code: string) => `There is no area “${code}” in this release.`,

  opened: (area: string, indicator: string, value: string, period: string, levels: string) =>
    `${area}. ${indicator} ${value}, ${period}. Showing ${levels}.`,

  sheet: {
    label: "Details",
    bigger: "Make the panel bigger",
    smaller: "Make the panel smaller",
  },

  keys: {
    title: "Keyboard",
    search: "Search",
    up: "One level up",
    lenses: "Poverty, supply, help",
    periods: "Period before, period after",
    rows: "Move through the table; the map follows",
    open: "Open the row or area",
    pan: "Move and zoom the map when it has the focus",
    help: "This help",
  },

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
    whatChanged: "What changed M0",
    between: (from: string, to: string) => `${from} to ${to}`,
    byIncidence: "share of poor",
    byIntensity: "deprivation of the poor",
    shapleyHow:
      "Shapley split of the change of M0 = H × A: ΔH × mean A through the share of poor, ΔA × mean H through their deprivation.",
    changeSaid: ({ incidence, change }: { incidence: number; intensity: number; change: number }) => {
      const share = Math.round((incidence / change) * 100);
      if (change === 0) return "M0 is where it was; the change:";
      if (share > 100)
        return "The share of poor alone moved M0 further than it went; deprivation worked against it. The change:";
      if (share < 0)
        return "Deprivation of the poor alone moved M0 further than it went; the share of poor worked against it. The change:";
      return `${share}% of the change came through the share of poor, ${100 - share}% through their deprivation. The change:`;
    },
    mainCauses: "Main causes",
    otherCauses: "Other causes",
    exitScores: "Exit scores",
    aboveEighty: "Households scoring above 80",
    ofWhole: (count: string, whole: string) => `of ${count} ${lower(whole)}`,
    restHow: "What the parts leave of the whole",
    whatThereIs: "What there is",
    howFar: "How far it is",
    compared: "How the rest compares",
    comparedWith: (area: string) => `with ${area}`,
    norms: "Against the norm",
    normsSub: "required, present, missing",
    asks: (norm: string) => `The norm: ${norm}.`,
    gapHow:
      "Required by the norm, rounded up to whole units, minus present. In sum over the area: a surplus in one place hides a shortage in another.",
    required: "Required",
    present: "Present",
    missing: (count: string) => `${count} missing`,
    spare: (count: string) => `${count} to spare`,
    met: "met exactly",
    gapOf: (facts: { name: string; present: string; required: string }) =>
      `(${lower(facts.name)}: ${facts.present} of ${facts.required} required).`,
    placeByPlace: "Place by place",
    reach: "Whom it reaches",
    reachSub: "and whom it leaves out",
    allReached: "Everybody is reached.",
    leftOut: "Left out:",
    outOf: (count: string) => `of ${count}.`,
    withUnit: (count: string, unit: string) => (unit ? `${count} ${unit}` : count),
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
    overpaid: (amount: string) => `This does not add up: ${amount} more were paid than allocated.`,
    disagrees:
      "This does not add up: the allocation stated is not the one that the payments are measured by.",
    late: "What is overdue or missing",
    columns: "People in need as columns",
    columnsSaid: (facts: { measure: string; name: string; count: string }) =>
      `Columns: ${lower(facts.measure)}. Highest: ${facts.name}, ${facts.count}.`,
    columnsNone: "No area has a figure for the columns here.",
    columnsFailed: "The columns could not be loaded. Press again to try once more.",
    scatter: "Scatter",
    scatterOf: (need: string, other: string, areas: string) =>
      `${need} against ${other}: ${areas}. The table holds the same areas.`,
    brushed: (areas: string) => `${areas} marked on the map`,
    pickBrushed: "Pick them as a set",
    addUp: "Add it up",
    addUpTitle: (indicator: string, area: string, period: string) =>
      `${indicator}, ${area}, ${period}: added up`,
    addUpHow: "Numerators and denominators are summed here in your browser, and divided once.",
    addedUp: (areas: string) => `Sum of ${areas}`,
    shownFor: (area: string) => `Shown for ${area}`,
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
    contested: "Contested",
    contestedClaim: (claim: { department: string; stated: string; used: string; areas: string }) =>
      `${claim.department} states ${claim.stated} where ${claim.used} is used (${claim.areas}).`,
  },
  catalog: {
    title: "Indicator catalogue",
    open: "Catalogue",
    backToMap: "To the map",
    onTheMap: "Show on the map",
    print: "Print",
    search: "Search the catalogue",
    searchHint: "Name, symbol, id or what it counts",
    all: "All",
    theme: "Theme",
    count: (found: number, all: number) =>
      found === all ? `${all} indicators` : `${found} of ${all} indicators`,
    none: "No indicator has all these words. Try fewer, or another lens or theme.",
    unknown: (id: string) => `This release has no indicator “${id}”.`,
    unit: "Unit",
    bareNumber: "bare number",
    polarity: "Reading",
    rollUp: "Roll-up",
    rollUps: {
      sum: "sum of the areas inside",
      ratio_of_sums: "sum of numerators ÷ sum of denominators, never a mean of ratios",
      weighted_mean: "mean weighted by the denominator, as two sums",
      from_records: "from the records of each level, never from the areas inside",
    } as Readonly<Record<NonNullable<CatalogIndicator["rollUp"]>, string>>,
    noDenominator: "none: a sum, shown as circles",
    partOf: "Part of",
    department: "Responsible",
    disclosure: "Disclosure",
    disclosures: {
      D0: "D0: public facts about resources",
      D1: "D1: counts of people",
      D2: "D2: sensitive, or about minors",
      D3: "D3: internal",
      D4: "D4: money",
    } as Readonly<Record<NonNullable<CatalogIndicator["disclosure"]>, string>>,
    notStated: "not stated",
    noNorm: "none",
    policyBreaks: "Policy breaks",
    noBreaks: "none",
    periods: "Periods",
    history: "History",
    added: "first published",
    removed: "no longer published",
    changed: (fields: readonly string[]) => `definition changed: ${fields.join(", ")}`,
    fields: {
      label: "name",
      description: "description",
      numerator: "numerator",
      denominator: "denominator",
      formula: "formula",
      unit: "unit",
      polarity: "reading",
      norm: "norm",
      policyBreaks: "policy breaks",
      department: "department",
      disclosure: "disclosure class",
      lens: "lens",
      theme: "theme",
      symbol: "symbol",
      rollUp: "roll-up",
    } as Readonly<Record<string, string>>,
    pickerHint: "Type to find among all indicators",
    pickerNone: "No indicator has all these words.",
  },
  smallNumber: (n: number) => SMALL[n] ?? String(n),
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

export type Messages = typeof en;
