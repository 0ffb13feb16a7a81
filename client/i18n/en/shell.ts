// English words of the frame: rooms, bar, the sentence over the map, panels that fold.

import { plural } from "./grammar.ts";
/** What can be chosen in the sentence over the map. */
export const SLOTS = ["indicator", "level", "period", "since", "against"] as const;
export type Slot = (typeof SLOTS)[number];

/** Words, or the place of a slot. A phrase is never broken inside. */
export type Phrase = readonly (string | { readonly slot: Slot })[];

/** What the finding under the sentence is made of: words, the name of a listed area, the value of the first. */
export type FindingPart = string | { readonly name: number } | { readonly value: true };

interface Ends {
  /** Which end the areas stand at, in the words of the lens. */
  readonly end: "worst" | "lowest" | "highest";
  /** How many areas are named. */
  readonly named: number;
  /** "24 counties", all that have a value, and how many have none. */
  readonly areas: string;
  readonly without: number;
}

const slot = (name: Slot): { readonly slot: Slot } => ({ slot: name });

const inside = (place: string | null): readonly Phrase[] =>
  place === null ? [["in all", slot("level")]] : [["in the", slot("level")], [`of ${place},`]];

const ENDS = { worst: "Worst", lowest: "Lowest", highest: "Highest" } as const;

const counted = ({ areas, without }: Pick<Ends, "areas" | "without">): string =>
  without === 0 ? `${areas}` : `${areas} with a figure, ${without} without`;

/** Of the areas that have a figure, how many meet a norm. */
export interface NormFacts {
  readonly areas: string;
  readonly meets: number;
  readonly short: number;
}

export const shell = {
  rooms: {
    label: "Rooms",
    overview: "Overview",
    map: "Map",
    plan: "Plan",
    data: "Data",
    skip: "Skip to the content",
  },
  bar: {
    placeHint: "Find a place or indicator",
    places: "Places",
    facilities: "Schools and other facilities",
    indicators: "Indicators",
    nothing: (q: string) => `Nothing matches “${q}”. Try part of a name, or a code.`,
    demo: "Demo data",
    demoShort: "Demo",
    more: "More",
    menu: "Language, theme and more",
    print: "Print",
    preparing: "Drawing the map for paper …",
    picture: "Share a picture",
    pictureFailed: "The picture could not be made. Try again.",
    earlier: "Previous period",
    later: "Next period",
  },
  sentence: {
    label: "What the map shows",
    /** The period as it stands in the sentence. */
    period: (period: string) => period,
    noData: "no data",
    shown: (place: string | null): readonly Phrase[] => [
      [slot("indicator")],
      ...inside(place),
      [slot("period")],
      ["against", slot("against")],
    ],
    changed: (place: string | null): readonly Phrase[] => [
      [slot("against"), "in"],
      [slot("indicator")],
      ...inside(place),
      [slot("since"), "→", slot("period")],
    ],
    /** Several maps, each with an indicator and a period of its own. */
    compared: (place: string | null): readonly Phrase[] => [
      [slot("against")],
      ...(place === null
        ? [["of all", slot("level")] as const]
        : [["of the", slot("level")] as const, [`of ${place}`] as const]),
    ],
    against: "Compared with",
    nothing: "nothing",
    change: "Change",
    norm: (value: string) => `the norm (${value})`,
    normEntry: "The norm",
    normWhat: (label: string) => `Who meets it, who falls short: ${label}`,
    area: "Another area",
    areaWhat: "Side by side in columns, an indicator in each row.",
    /** The level follows the zoom. */
    auto: (level: string) => `By zoom: ${level}`,
  },
  finding: {
    ends: (facts: Ends): readonly FindingPart[] => [
      `${ENDS[facts.end]}: `,
      ...Array.from({ length: facts.named }, (_, at): FindingPart[] => [
        ...(at === 0 ? [] : [at === facts.named - 1 ? " and " : ", "]),
        { name: at },
        ...(at === 0 ? [" (", { value: true } as const, ")"] : []),
      ]).flat(),
      `; ${counted(facts)}`,
    ],
    /** More areas share the first place than can be named. */
    tied: ({ tied, ...facts }: Ends & { readonly tied: string }): readonly FindingPart[] => [
      `${ENDS[facts.end]}: ${tied}, with `,
      { value: true },
      `; ${counted(facts)}`,
    ],
    /** The names of those furthest short follow. */
    norm: ({ areas, meets, short }: NormFacts) =>
      `Of ${areas}, ${meets} ${plural(meets, { one: "meets", other: "meet" })} the norm${short === 0 ? "" : `, ${short} ${plural(short, { one: "falls", other: "fall" })} short. Furthest: `}`,
    none: (areas: string) => `No figure for any of ${areas}`,
    pair: (areas: string, name: string) => `${areas}: ${name}`,
  },
  folding: {
    left: "Legend and layers",
    right: "Profile",
    fold: { left: "Fold the legend", right: "Fold the profile" },
    unfold: { left: "Unfold the legend", right: "Unfold the profile" },
    drawer: "Height of the table",
    heights: { line: "One line", rows: "A few rows", full: "Full height" },
  },
};
