// What may be found in a profile, and what a further profile of the same dataset does to what is stored.

import type { Rule } from "./rule.ts";

export const PROFILE_RULES = {
  profile_invalid: {
    severity: "error",
    input: "a key that is not known, a value of another type, a name that points to nothing",
    handling: "nothing is read; the line, the value and what is known are named",
  },
  expression_invalid: {
    severity: "error",
    input: "an expression that cannot be read",
    handling: "nothing is imported; the place in it is named",
  },
  unknown_level: {
    severity: "error",
    input: "a table of a level that the stored boundaries do not have",
    handling: "nothing is imported",
  },
  title_kept: {
    severity: "note",
    input: "another title than the stored one, in a profile without boundaries",
    handling: "the stored one stays",
  },
  fictional_kept: {
    severity: "note",
    input: "a profile that does not say that the stored data are invented",
    handling: "the mark stays; `fictional: false` takes it away",
  },
  licence_changed: {
    severity: "note",
    input: "another licence than the stored one",
    handling: "both are joined; `removes: { licence: true }` takes the stored one away",
  },
  measures_added: { severity: "note", input: "measures that are new", handling: "added" },
  measures_changed: {
    severity: "note",
    input: "measures defined otherwise than before",
    handling: "the new definitions hold, for earlier figures too",
  },
  measures_kept: {
    severity: "note",
    input: "stored measures that the profile does not name",
    handling: "they stay; `removes` takes them away",
  },
  measures_removed: {
    severity: "note",
    input: "measures that `removes` names",
    handling: "taken away",
  },
  indicators_added: { severity: "note", input: "indicators that are new", handling: "added" },
  indicators_changed: {
    severity: "note",
    input: "indicators defined otherwise than before",
    handling: "the new definitions hold, for earlier figures too",
  },
  indicators_kept: {
    severity: "note",
    input: "stored indicators that the profile does not name",
    handling: "they stay; `removes` takes them away",
  },
  indicators_removed: {
    severity: "note",
    input: "indicators that `removes` names",
    handling: "taken away",
  },
  measure_in_use: {
    severity: "error",
    input: "`removes` of a measure that an indicator needs",
    handling: "nothing is imported",
  },
} as const satisfies Record<string, Rule>;
