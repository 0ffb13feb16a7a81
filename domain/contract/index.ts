// Every contract there is: the registry that OpenAPI and the route test read.

import { areaContract, areasContract, profileContract } from "./areas.ts";
import { catalogContract } from "./catalog.ts";
import type { Contract } from "./contract.ts";
import { healthContract } from "./health.ts";
import { releasesContract } from "./releases.ts";
import { tileJsonContract } from "./tiles.ts";
import { classesContract, valuesContract } from "./values.ts";

export const CONTRACTS: readonly Contract[] = [
  healthContract,
  releasesContract,
  catalogContract,
  areasContract,
  areaContract,
  profileContract,
  valuesContract,
  classesContract,
  tileJsonContract,
] as unknown as readonly Contract[];
