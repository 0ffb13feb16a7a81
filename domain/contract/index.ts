// Every contract there is: the registry that OpenAPI and the route test read.

import { areaContract, areasContract, profileContract } from "./areas.ts";
import { catalogContract, catalogHistoryContract } from "./catalog.ts";
import { contestedContract } from "./conflicts.ts";
import type { Contract } from "./contract.ts";
import { eventsContract } from "./events.ts";
import { healthContract } from "./health.ts";
import { pairAreasContract, pairsContract } from "./bivariate.ts";
import { releasesContract } from "./releases.ts";
import { tileContract, tileGeometryContract, tileJsonContract, tileValuesContract } from "./tiles.ts";
import { nearSetContract, setContract } from "./sets.ts";
import { trendsContract } from "./trends.ts";
import { classesContract, valuesContract } from "./values.ts";

export const CONTRACTS: readonly Contract[] = [
  healthContract,
  releasesContract,
  catalogContract,
  catalogHistoryContract,
  areasContract,
  areaContract,
  profileContract,
  contestedContract,
  valuesContract,
  trendsContract,
  classesContract,
  pairsContract,
  pairAreasContract,
  setContract,
  nearSetContract,
  tileJsonContract,
  tileContract,
  tileGeometryContract,
  tileValuesContract,
  eventsContract,
] as unknown as readonly Contract[];
