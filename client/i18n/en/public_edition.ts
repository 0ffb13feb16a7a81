// English words of the staff page about the public edition.

import type { WithheldReason } from "#domain/disclosure";

export const publicEdition = {
  publicEdition: {
    title: "What the public sees",
    lead: "Figures of this edition and of the public one side by side, with what is withheld and why.",
    noEdition: "This release has no public edition: publish again.",
    facts: {
      shown: "Figures shown",
      byRule: "Withheld by a rule",
      byRepair: "Withheld for others",
      share: "Shown of the lowest level",
      attacked: "Withheld counts attacked",
      narrowest: "Closest that anybody can come (width of the range)",
      releases: "Attacked together with releases",
      periods: "Withheld in a whole period",
      hash: "Certificate",
    },
    level: "Level",
    shownToo: "List what is shown as well",
    place: "Place",
    internal: "Here",
    public: "Public",
    why: "Why it is withheld",
    nothing: "nothing",
    reasons: {
      level: "below the level down to which it is public",
      rule: "a rule about itself: few people, or it says the same of everybody (primary)",
      repair: "so that no other withheld figure can be worked out (secondary)",
    } as Readonly<Record<WithheldReason, string>>,
    never: "This indicator is never public.",
    unknown: "not recorded",
    notRecorded: "This release was published before reasons were kept: publish again to have them.",
    withheld: (count: string, all: string) => `${count} of ${all} are withheld.`,
    ofThem: (count: string, reason: string) => `${count} ${reason}.`,
    first: (listed: string, all: string) =>
      `The first ${listed} of ${all} are listed: open a smaller place in the bar above.`,
    /** A row of the catalogue. */
    seen: "The public sees",
    seenTo: (level: string) => `figures down to the ${level}`,
    seenNever: "nothing",
    seenCounts: (least: number) => `no count from 1 to ${least - 1}`,
    seenRates: (people: number) => `no rate of fewer than ${people} people`,
  },
};
