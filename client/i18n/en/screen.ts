// English words of the frame around the map: bar, lenses, states, keys.

import { plural } from "./grammar.ts";

export const screen = {
  product: "Village Lens",
  documentTitle: (area: string, indicator: string) => `${area} · ${indicator} · Village Lens`,
  fictional: "Fictional demonstration data",
  skipToTable: "Skip to the table",

  lens: "Lens",
  indicator: "Indicator",
  period: "Period",
  periods: {
    show: (period: string) => `Period ${period}: choose another`,
    hide: "Hide the periods",
  },
  level: "Level",
  search: "Search",
  searchCount: (n: number) => `${n} ${plural(n, { one: "area", other: "areas" })} found`,
  theme: { light: "Light theme", dark: "Dark theme" },
  share: "Share",
  shared: "Link copied",
  shareFailed: "The link could not be copied. Copy it from the address bar.",
  help: "Help and keys",
  licences: "Licences of the software",
  close: "Close",
  up: "Up",
  upTo: (name: string) => `Up to ${name}`,
  breadcrumb: "You are here",
  wholeTerritory: "Whole territory",
  asCircles: "circles",
  otherIndicators: "Other",

  lensEmpty: (lens: string) => `This release has no data under “${lens}”.`,
  lensEmptyWhat:
    "The other lenses work as usual. To add data, extend the import profile and publish a new release.",
  lensBack: (lens: string) => `Back to ${lens}`,

  loading: "Loading",
  coming: {
    loading: (what: string) => `Loading: ${what}`,
    failed: (what: string) => `Could not be loaded: ${what}`,
  },
  problem: {
    away: "The server cannot be reached",
    awayWhat: "What is already on the screen stays usable. Check the network, then try again.",
    awayAtStart:
      "Nothing has been loaded yet. Check that this device is on the network and that the address is right. The page opens by itself as soon as the server answers.",
    busy: "The database is not responding",
    busyWhat: "The figures already shown are still correct. Wait a moment and try again.",
    busyAtStart: "The server is there, its database is not ready. The page opens by itself as soon as it is.",
    refused: "This could not be shown",
    /** By the title of the server's problem. */
    known: {
      "unknown area": "This release has no such area. Search for its name, or go to the start.",
      "unknown release":
        "This release has not been published, or no longer exists. Go to the start for the latest one.",
      "no such release":
        "This release has not been published, or no longer exists. Go to the start for the latest one.",
      "release withdrawn": "This release has been withdrawn. Go to the start for the latest one.",
      "unknown indicator":
        "This release has no such indicator. Choose another one, or look it up in the catalogue.",
      "unknown period": "This release has no figures for this period. Choose another period.",
      "unknown level": "This release has no such level. Choose another level.",
      "unknown measure": "This release has no such measure. Look it up in the catalogue.",
      "bad parameter":
        "The link contains a value that cannot be read. Go to the start, or ask for a new link.",
      "bad column": "The link contains a value that cannot be read. Go to the start, or ask for a new link.",
      "too many areas":
        "Too many areas were asked for at once. Open a smaller area, or choose a higher level.",
      "too many columns": "Too many figures were asked for at once. Show fewer maps or indicators.",
      "not found": "Nothing is at this address. Go to the start.",
      "database read-only":
        "Nothing was stored: the database is read-only for now, as after a failover. Try again once it accepts writes.",
      "internal error":
        "Something went wrong on the server. Try again; if it happens again, report the request number.",
    } as Readonly<Record<string, string>>,
    notHere:
      "The link asks for something that this release does not have. Go to the start, or choose something else.",
    refusedWhat: "The server did not accept the request. Go to the start, or choose something else.",
    readOnly: "Nothing can be saved at present",
    readOnlyWhat:
      "The database is read-only for now, as after a failover. Everything can be viewed; runs, scenarios, plans and steps with reports cannot be stored until the database accepts writes again.",
    noRelease: "Nothing has been published yet",
    noReleaseWhat: "Import data, then publish a release with “npm run lens -- publish”.",
    retry: "Try again",
    start: "Go to the start",
    /** What the server says, in English, about a problem that is not known here. */
    detail: (message: string): string | null => message,
    request: (id: string) => `Request ${id}`,
  },
  releaseCame: (number: number) => `The map now shows release ${number}, the latest.`,
  releaseWaits: (number: number, shown: number) =>
    `This link shows release ${shown}. Release ${number} has been published since then.`,
  releaseGo: "Show the latest",
  droppedLink: (parts: string) => `Part of the link could not be read and was ignored: ${parts}`,
  unknownPeriod: (period: string, shown: string) =>
    `This release has no period ${period}; ${shown} is shown.`,
  notFound: {
    title: "Page not found",
    what: (path: string) => `There is no page at ${path}.`,
    back: "To the map",
  },
  attribution: (name: string) => `Licence: ${name}`,

  opened: (area: string, indicator: string, value: string, period: string, levels: string) =>
    `${area}. ${indicator} ${value}, ${period}. Showing ${levels}.`,

  sheet: {
    label: "Details",
    area: "Profile",
    bigger: "Enlarge the panel",
    smaller: "Shrink the panel",
  },

  guide: {
    title: "How to read this map",
    lines: [
      "The map shades every area by one indicator; the stronger the colour, the worse. The sentence over it says which indicator, areas and period, and each underlined word can be changed.",
      "Press an area to open it: the card at the right says how many people are concerned, why, and what helps. Escape leads back up.",
      "A dotted line under a number leads to where it comes from: definition, source, date, coverage. The table lists the same areas, and the basket collects those you want to compare or export.",
    ],
  },
  keys: {
    title: "Keyboard",
    search: "Search",
    up: "One level up",
    lenses: "Poverty, supply, help",
    periods: "Previous period, next period",
    panels: "Fold the legend, fold the profile",
    drawer: "Next height of the table",
    rows: "Move through the table; the map follows",
    open: "Open the row or area",
    origin: "Where the number under the pointer or in the row comes from",
    pan: "Pan and zoom the map when it has the focus",
    help: "This help",
  },
};
