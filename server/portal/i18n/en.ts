// The portal's words in English.

import type { Facility, FacilityCount } from "#server/portal/facility";
import type { Fraction } from "#server/portal/wording";
import { reportsEn } from "./en_reports.ts";

type Counted = "persons" | "households" | "pupils";

const UNITS: Readonly<Record<string, string>> = {
  persons: "people",
  households: "households",
  pupils: "pupils",
  minutes: "minutes",
  teachers: "teachers",
  places: "places",
  yuan: "yuan",
  money: "",
  share: "%",
};
const LACKS: Readonly<Record<string, string>> = {
  unsafe_housing_share: "safe housing",
  unsafe_water_share: "safe drinking water",
};
const STATES: Readonly<Record<string, string>> = {
  multidimensional_headcount_ratio: "multidimensionally poor",
  headcount_ratio: "poor by income",
};
const EXPLAINED: Readonly<Record<string, string>> = {
  multidimensional_headcount_ratio:
    "Multidimensional poverty: lacking several things at once, such as schooling, health, housing, water.",
  headcount_ratio: "Poor by income: living on less than the line.",
};

const TITLES: Readonly<Record<string, string>> = {
  multidimensional_headcount_ratio: "Multidimensionally poor",
  headcount_ratio: "Poor by income",
  unsafe_housing_share: "In unsafe housing",
  unsafe_water_share: "Without safe water",
  help_plan_coverage: "With a help plan",
};

const some = ({ count, text }: FacilityCount): string => (count === 0 ? "none" : text);
const ofAll = ({ text, total }: FacilityCount, what: string): string =>
  `${text} of ${total?.text ?? ""} ${what}`;

const FACILITY: Readonly<Record<Facility, (own: FacilityCount) => { name: string; text: string }>> = {
  schools: (own) => ({ name: "Schools", text: some(own) }),
  clinic_coverage: (own) => ({
    name: "Clinic",
    text: own.total?.count === 1 ? (own.count === 1 ? "yes" : "none") : ofAll(own, "villages"),
  }),
  paved_road_share: (own) => ({ name: "Paved road", text: ofAll(own, "hamlets") }),
  schools_100_mbps_share: (own) => ({ name: "100 Mbps", text: ofAll(own, "schools") }),
  boarding_bed_coverage: (own) => ({ name: "Boarding beds", text: some(own) }),
};

export const en = {
  name: "Village Lens",
  edition: "public",
  fictional: "Fictional demo data",
  skip: "Skip to the text",
  nav: {
    home: "Home",
    find: "My village",
    data: "Data",
    methods: "Methods",
    releases: "Releases",
    certificate: "Privacy",
    embed: "Embed",
    reports: "Reports",
  },
  menu: "Sections",
  parents: "Part of",
  comma: ", ",
  semicolon: "; ",
  colon: ": ",
  stop: ". ",
  /** Between sentences. */
  gap: " ",
  and: " and ",
  year: (period: string) => period,
  unitOf: (unit: string) => UNITS[unit] ?? "",
  counted: (amount: string, unit: Counted) => `${amount} ${UNITS[unit]}`,
  withUnit: (amount: string, unit: string) =>
    unit === "persons" ||
    unit === "households" ||
    unit === "pupils" ||
    unit === "teachers" ||
    unit === "places"
      ? `${amount} ${UNITS[unit]}`
      : amount,
  state: (id: string, label: string) => STATES[id] ?? label,
  /** What is counted, where a number of people or households stands under it. */
  counting: (id: string, label: string) => TITLES[id] ?? label,
  explain: (id: string) => EXPLAINED[id] ?? "",
  headline: ({ part, of }: Fraction, unit: Counted, state: string) =>
    part === 0
      ? `Fewer than 1 in ${of} ${UNITS[unit]} are ${state}`
      : `About ${part} in ${of} ${UNITS[unit]} ${part === 1 ? "is" : "are"} ${state}`,
  heroStart: (place: string, unit: Counted) => `In ${place}, of every 100 ${UNITS[unit]}`,
  heroStill: "",
  heroPeople: (n: string, _unit: Counted) => `${n} ${n === "1" ? "is" : "are"} `,
  heroLess: "fewer than one is ",
  total: (period: string, count: string) => `In ${period}: ${count}`,
  since: (period: string, share: string, isFewer: boolean) =>
    `, ${share} ${isFewer ? "fewer" : "more"} than in ${period}`,
  per100: (n: string, unit: Counted) => `${n} of every 100 ${UNITS[unit]}`,
  per100Title: (unit: Counted, state: string) => `Of every 100 ${UNITS[unit]}, ${state}`,
  lessThan: (period: string, amount: string) => `${amount} less than in ${period}`,
  fewerThan: (period: string, amount: string) => `${amount} fewer than in ${period}`,
  moreThan: (period: string, amount: string) => `${amount} more than in ${period}`,
  same: (period: string, _amount: string) => `as in ${period}`,
  amongHardest: (place: string, level: string) => `among the hardest hit ${level} of ${place}`,
  mostLacking: (what: string) => `What is most lacking: ${what}.`,
  lack: (id: string) => LACKS[id] ?? id,
  noHeadline: (place: string, reason: string) =>
    `How many people are poor in ${place}: ${reason}. What is shown instead stands below.`,
  homeTitle: (place: string) => `How is ${place} doing?`,
  homeDescription: (place: string) =>
    `Poverty, services and help in ${place}, village by village: for everybody to read, check and reuse.`,
  placeTitle: (place: string, parent: string) => `${place}, ${parent}`,
  findTitle: "How is your village doing?",
  findLabel: "Village, township or code",
  findButton: "Show",
  findOr: "Or see",
  findHow: "Type a part of the name or the code, or go down from the county.",
  findAll: (n: number, level: string) => `all ${n} ${level}`,
  found: (n: number, q: string) => `${n} ${n === 1 ? "place" : "places"} for “${q}”. `,
  foundNone: (q: string) => `Nothing is called “${q}”. Try fewer letters, or go down from the county.`,
  foundMore: (n: number) => `The first ${n} are listed: type more letters.`,
  little: "few",
  much: "many",
  mapAlt: (place: string, level: string, what: string, period: string) =>
    `Map of ${place} by ${level}: ${what}, ${period}`,
  doorPoverty: "How are we doing?",
  doorPovertyText: (level: string, all: number, period: string) =>
    `of ${all} ${level} are better off than in ${period}`,
  doorPovertyMore: "Poverty and how it changed, place by place.",
  doorWrong: "Is a number wrong?",
  doorWrongMain: "No account needed",
  doorWrongMore: "Press the flag at any number. An office has to answer, and everybody sees the answer.",
  facilitiesTitle: "What there is here",
  facility: (id: Facility, own: FacilityCount) => FACILITY[id](own),
  doorMoney: "Where does the money go?",
  doorMoneyText: (share: string) => `allocated, ${share} of it paid out`,
  doorMoneyPlain: "allocated",
  doorMoneyMore: "Allocated, paid, arrived: by place, down to the village.",
  releaseTitle: (n: number, period: string) => `Release ${n}, figures of ${period}`,
  releasedOn: (date: string) => `Published ${date}.`,
  changesLink: "What changed",
  downloadTitle: "Take the data",
  downloadText: (licence: string) => `${licence}: use it freely, say which release.`,
  safeTitle: "How people are protected",
  safeText: (share: string) => `${share} of the village figures are shown; those of very few people are not.`,
  certificateLink: "Read the certificate",
  locator: (place: string, parent: string) => `Where ${place} lies in ${parent}`,
  figures: "Main figures",
  hiddenShort: "not public",
  whyHidden: "Why?",
  notSurveyed: "no data",
  notApplicable: "does not apply",
  hiddenHead: "What is not public here",
  hiddenTitle: (what: string, place: string) => `${what}: not public for ${place}`,
  hiddenFew: "It counts so few people, here or next door, that one could tell who they are.",
  hiddenLevel: (level: string) =>
    `It says something personal of few people, so it is shown down to the ${level} and no further.`,
  hiddenInstead: "What you can see: ",
  offer: (place: string, period: string, value: string) => `${place} ${period} ${value}`,
  hiddenRule: "The rules",
  hiddenMore: (n: number) => `${n} more ${n === 1 ? "figure is" : "figures are"} not public here`,
  chartTitle: (place: string, what: string) => `${place}: ${what}`,
  asTable: "As a table",
  period: "Period",
  value: "Value",
  indicator: "Figure",
  change: "Change",
  allNumbers: "All figures of this place",
  trust: "Can I trust this?",
  trustFrom: (n: number, date: string | null) =>
    `From ${n} tables of government departments${date ? `, as of ${date}` : ""}.`,
  trustShown: (share: string, poorest: string | null) =>
    `${share} of the village figures are public${poorest === null ? "" : `, and ${poorest} of those of the poorest villages`}.`,
  trustSafe: "Before publishing, a program tried to work out what is hidden: ",
  trustNone: "no hidden figure can be worked out exactly.",
  citeTitle: "Download and cite",
  citeText: (n: number, date: string, licence: string) => `Village Lens, release ${n}, ${date}, ${licence}`,
  moreData: "more data",
  tableOfAll: (place: string) => `CSV of all of ${place} (ZIP)`,
  children: (place: string, level: string) => `${level.charAt(0).toUpperCase()}${level.slice(1)} of ${place}`,
  neighbours: (level: string, place: string) => `Other ${level} of ${place}`,
  download: "Download",
  otherPlace: "Other place",
  share: "Share",
  publicTo: (level: string) => `Public down to the ${level}.`,
  sourcesAre: (names: string) => `From: ${names}.`,
  methodsLead:
    "How each figure is made, from which tables, down to which level it is public, and what hides a figure.",
  rulesTitle: "Which figures are hidden",
  rules: (threshold: number) => [
    `A count of fewer than ${threshold} people or households is hidden, except 0 where it says nothing of anybody.`,
    "A rate among fewer than 30 people or 10 households is hidden, and one that would say the same of everybody.",
    "Figures about children, illness and falling back into poverty are shown for townships and larger areas only.",
    "Some more figures are hidden so that no hidden one can be found by adding and subtracting, over all releases.",
    "Figures of departments' services and of money are shown for every village, except money of fewer than ten recipients.",
    "Totals always include what is hidden.",
  ],
  cert: {
    title: (release: number) => `Privacy certificate of release ${release}`,
    lead: "Before a release is published a program tries to work out every hidden figure from all that is and was public. One success and nothing is published.",
    shown: "Figures that are shown",
    byRule: "Hidden because they count few people",
    byRepair: "Hidden to protect others",
    cells: "Hidden figures that were attacked",
    unsafe: "Of them worked out",
    narrowest: "How close anybody can come to a hidden figure",
    wide: (width: string) => `no closer than to a range ${width} wide`,
    ofFewerThanFive:
      "Hidden figures about a group of fewer than five whose size is public: they can be anything from none to all of it",
    share: "Share of village figures shown",
    poorest: "The same for the poorest fifth of villages",
    others: "The same for all others",
    threshold: "Counts below this are hidden",
    releases: "Earlier releases attacked together with it",
    method: "Version of the method of proof",
    withheld: "Withheld in a whole period",
    nothing: "none",
  },
  releasesLead: "Every release stays as it was published.",
  newPeriods: (names: string) => `New periods: ${names}`,
  newIndicators: (names: string) => `New figures: ${names}`,
  goneIndicators: (names: string) => `No longer public: ${names}`,
  sameContents: "The same figures and periods, with corrected numbers.",
  firstRelease: (indicators: number, periods: number) =>
    `The first release: ${indicators} figures in ${periods} periods.`,
  dataLead: (licence: string) => `All public figures as files that stay where they are. Licence: ${licence}.`,
  wholeRelease: "The whole release",
  zipName: (n: number) => `Release ${n} (ZIP)`,
  dictionary: "Data dictionary",
  licence: "Licence",
  stableText: "An address names its release, and what is behind it never changes.",
  reasonsText:
    "Where a figure is missing the reason stands: suppressed (withheld for privacy), not-surveyed, not-applicable. Shares are 0–1, money is in hundredths.",
  olderReleases: "Earlier releases:",
  tables: "Tables by figure",
  geoJsonText: "outlines with all figures of the last period",
  notFoundTitle: "Nothing is here",
  notFoundText: "The address is wrong, or the place has another name now. Look for it:",
  awayTitle: "One moment",
  awayText: "The figures cannot be reached just now. Please try again in a few seconds.",
  embedLead:
    "Put a map, a chart or a table into a page of your own. It grows with its contents and always shows the latest release.",
  embedPlace: "Code of the place (empty for the whole territory)",
  embedFigure: "Figure",
  embedKind: "Shown as",
  embedKinds: { map: "Map", chart: "Chart", table: "Table" },
  embedMake: "Make the code",
  embedCode: "Code to paste",
  embedPicture: "As a picture",
  embedPreview: "This is how it looks",
  embedSource: (n: number) => `Village Lens, release ${n}`,
  mapOf: (what: string, place: string) => `${what}: ${place}`,
  reports: reportsEn,
};
