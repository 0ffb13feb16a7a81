// The built-in registry: the rows of all lenses. A dataset adds rows of the same types in its import profile.

import type { Indicator } from "#domain/indicator";
import type { Measure } from "#domain/measure";
import { REGISTER_MEASURES } from "#domain/register/measures";
import { ACCESS_INDICATORS } from "./access.ts";
import { ACCESS_MEASURES } from "./access_measures.ts";
import { HELP_INDICATORS } from "./help.ts";
import { HELP_MEASURES } from "./help_measures.ts";
import { INCOME_ERROR_MEASURES } from "./income_errors.ts";
import { INEQUALITY_INDICATORS, INEQUALITY_MEASURES } from "./inequality.ts";
import { POVERTY_INDICATORS } from "./poverty.ts";
import { POVERTY_MEASURES } from "./poverty_measures.ts";
import { SUPPLY_INDICATORS } from "./supply.ts";
import { SUPPLY_MEASURES } from "./supply_measures.ts";

export const MEASURES: readonly Measure[] = [
  ...REGISTER_MEASURES,
  ...POVERTY_MEASURES,
  ...INEQUALITY_MEASURES,
  ...INCOME_ERROR_MEASURES,
  ...SUPPLY_MEASURES,
  ...ACCESS_MEASURES,
  ...HELP_MEASURES,
];

export const INDICATORS: readonly Indicator[] = [
  ...POVERTY_INDICATORS,
  ...INEQUALITY_INDICATORS,
  ...SUPPLY_INDICATORS,
  ...ACCESS_INDICATORS,
  ...HELP_INDICATORS,
];
