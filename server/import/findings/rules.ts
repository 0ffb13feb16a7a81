// Every rule that a finding may name, by what it is about. A rule is a row here; one that is not does not compile.

import { AREA_RULES } from "./rules/areas.ts";
import { FILE_RULES } from "./rules/files.ts";
import { PLACE_RULES } from "./rules/places.ts";
import { PROFILE_RULES } from "./rules/profile.ts";
import { REGISTER_RULES } from "./rules/register.ts";
import { TABLE_RULES } from "./rules/tables.ts";

export const RULES = {
  profile: PROFILE_RULES,
  files: FILE_RULES,
  tables: TABLE_RULES,
  areas: AREA_RULES,
  places: PLACE_RULES,
  register: REGISTER_RULES,
} as const;

export type RuleGroup = keyof typeof RULES;
export type RuleId = { [Group in RuleGroup]: keyof (typeof RULES)[Group] }[RuleGroup];
