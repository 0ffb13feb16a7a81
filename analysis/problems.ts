// The problems of `lens compute`. A new one is a folder and a row.

import { fcaProblem } from "./access/fca_problem.ts";
import type { Problem } from "./problem.ts";

export const PROBLEMS: readonly Problem[] = [fcaProblem];
