// English words of the frame around the map: bar, lenses, states, keys.

export const screen = {
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

  lensEmpty: (lens: string) => `This release has no data under “${lens}”.`,
  lensEmptyWhat: "The other lenses work. Data for it can be added with an import profile and a new release.",
  lensBack: (lens: string) => `Back to ${lens}`,

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
};
