// The problems of `lens compute`. A new one is a folder and a row.

import { budgetProblem, locationProblem } from "./allocation/compute.ts";
import type { Problem } from "./problem.ts";

export const PROBLEMS: readonly Problem[] = [locationProblem, budgetProblem];
