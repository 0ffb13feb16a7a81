// The layers that stand on the map beside the areas, as far as the dataset has them.

import { contextContract } from "#domain/contract/context";
import type { StoredContextLayer } from "#domain/contract/context";
import { useAnswer } from "./use_answer.ts";

/** Always the same list while nothing is known. */
const NONE: readonly StoredContextLayer[] = [];

/** The layers that are stored; none while they are on their way, and where they cannot be had. */
export const useContextLayers = (): readonly StoredContextLayer[] =>
  useAnswer(contextContract, {}).data?.layers ?? NONE;
