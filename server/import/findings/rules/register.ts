// What may be found in household and person records; such findings name row, column and rule and quote nothing.

import type { Rule } from "./rule.ts";

export const REGISTER_RULES = {
  household_key_missing: {
    severity: "warning",
    input: "a household without a key",
    handling: "the record is left out",
  },
  duplicate_household: {
    severity: "warning",
    input: "a second household of one key, village and period",
    handling: "the record is left out",
  },
  household_without_members: {
    severity: "warning",
    input: "a household without members",
    handling: "the record is left out",
  },
  person_without_household: {
    severity: "warning",
    input: "a person whose household is not in the register",
    handling: "the record is left out",
  },
  person_number_missing: {
    severity: "warning",
    input: "a person without a number",
    handling: "the record is left out",
  },
  duplicate_person: {
    severity: "warning",
    input: "a second person of one number in a household",
    handling: "the record is left out",
  },
  weight_missing: {
    severity: "warning",
    input: "a household of a sample without a sampling weight above 0",
    handling: "the record is left out",
  },
  not_yes_or_no: {
    severity: "warning",
    input: "neither yes nor no where one of them should be",
    handling: "not known; not registered where that is asked",
  },
  number_out_of_range: {
    severity: "warning",
    input: "a number outside of what its field may hold",
    handling: "not known",
  },
  code_unknown: {
    severity: "warning",
    input: "a value that its code list does not have",
    handling: "not known; a poverty state is taken as ordinary",
  },
  median_line: {
    severity: "note",
    input: "a poverty line that is a share of the median income (`share_of_median`)",
    handling: "computed from the records and stated; figures against it have no standard errors",
  },
  median_line_unknown: {
    severity: "warning",
    input: "such a line of an area and period with fewer than 30 households whose income is known",
    handling: "there is no line, and nobody is compared with it",
  },
  index_coverage_low: {
    severity: "warning",
    input:
      "an index of which all deprivations are known of fewer than 95 in 100 people or households of a period",
    handling:
      "the others are in no figure of the index, and a figure beside it says of how many all is known",
  },
} as const satisfies Record<string, Rule>;
