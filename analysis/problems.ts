// The problems of `lens compute`. A new one is a folder and a row.

import type { Problem } from "./problem.ts";

export const PROBLEMS: readonly Problem[] = [];
