// The problems of `lens compute`. A new one is a folder and a row.

import { auditProblem, suppressionProblem } from "./disclosure/problems.ts";
import type { Problem } from "./problem.ts";

export const PROBLEMS: readonly Problem[] = [suppressionProblem, auditProblem];
