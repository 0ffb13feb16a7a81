// The problems of `lens compute`. A new one is a folder and a row.

import { fcaProblem } from "./access/fca_problem.ts";
import { budgetProblem, locationProblem, shareProblem } from "./allocation/compute.ts";
import { auditProblem, suppressionProblem } from "./disclosure/problems.ts";
import type { Problem } from "./problem.ts";

export const PROBLEMS: readonly Problem[] = [
  locationProblem,
  budgetProblem,
  shareProblem,
  fcaProblem,
  suppressionProblem,
  auditProblem,
];
