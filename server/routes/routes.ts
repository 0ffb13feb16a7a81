// The table of routes: every endpoint there is. What is served, what OpenAPI describes and what a 405 allows is read from it.

import type { Contract } from "#domain/contract/contract";
import type { Route } from "#server/http/route";
import { areaRoute, areasRoute } from "./areas.ts";
import { pairAreasRoute, pairsRoute } from "./bivariate.ts";
import { catalogHistoryRoute, catalogRoute } from "./catalog.ts";
import { certificateRoute } from "./certificate.ts";
import { classesRoute } from "./classes.ts";
import { columnsRoute } from "./columns.ts";
import { conflictsRoute } from "./conflicts.ts";
import { contextRoute, contextTileRoute } from "./context.ts";
import { eventsRoute } from "./events.ts";
import { formatRoute } from "./format.ts";
import { healthRoute, liveRoute, metricsRoute, readyRoute } from "./health.ts";
import { openApiRoute } from "./openapi.ts";
import {
  addScenarioRoute,
  adoptPlanRoute,
  cancelRunRoute,
  changeScenarioRoute,
  drawnPlanRoute,
  plansRoute,
  removeScenarioRoute,
  runFileRoute,
  runRoute,
  runsRoute,
  scenariosRoute,
  situationRoute,
  startRunRoute,
  stopRunRoute,
} from "./planning.ts";
import { adoptTeachersRoute, teachersFileRoute, teachersRoute } from "./teachers.ts";
import { profileRoute } from "./profile.ts";
import { releasesRoute } from "./releases.ts";
import { reportPhotoRoute, reportRoute, reportsRoute, reportStepRoute } from "./reports.ts";
import { nearSetRoute, setsRoute } from "./sets.ts";
import { facilitiesRoute, facilityRoute, thingTileRoute } from "./things.ts";
import { tileJsonRoute } from "./tile_json.ts";
import { tileGeometryRoute, tileRoute, tileValuesRoute } from "./tiles.ts";
import { trendsRoute } from "./trends.ts";
import { valuesRoute } from "./values.ts";
import { withheldRoute } from "./withheld.ts";
import { workbookRoute } from "./workbook.ts";
import { writesRoute } from "./writes.ts";

export const ROUTES: readonly Route[] = [
  liveRoute, //           GET /live
  readyRoute, //          GET /ready
  healthRoute, //         GET /api/health
  metricsRoute, //        GET /metrics
  releasesRoute, //       GET /api/releases
  catalogRoute, //        GET /api/catalog
  catalogHistoryRoute, // GET /api/catalog/{indicator}/history
  formatRoute, //         GET /api/format
  certificateRoute, //    GET /api/certificate
  withheldRoute, //       GET /api/withheld
  areasRoute, //          GET /api/areas
  areaRoute, //           GET /api/areas/{code}
  profileRoute, //        GET /api/areas/{code}/profile
  conflictsRoute, //      GET /api/areas/{code}/contested
  valuesRoute, //         GET /api/values
  columnsRoute, //        GET /api/columns
  workbookRoute, //       GET /api/workbook
  trendsRoute, //         GET /api/trends
  classesRoute, //        GET /api/classes
  pairsRoute, //          GET /api/pairs
  pairAreasRoute, //      GET /api/pairs/areas
  setsRoute, //           GET /api/sets
  nearSetRoute, //        GET /api/sets/near
  tileJsonRoute, //       GET /tiles/{release}/{edition}/{level}.json
  tileRoute, //           GET /tiles/{release}/{edition}/{level}/{z}/{x}/{y}.mvt
  tileGeometryRoute, //   GET /tiles/{release}/{edition}/geometry/{boundary}/{level}/{z}/{x}/{y}
  tileValuesRoute, //     GET /tiles/{release}/{edition}/values/{level}/{z}/{x}/{y}
  facilitiesRoute, //     GET /api/facilities
  facilityRoute, //       GET /api/facilities/{code}
  thingTileRoute, //      GET /tiles/{release}/{edition}/things/{layer}/{z}/{x}/{y}.mvt
  contextRoute, //        GET /api/context
  contextTileRoute, //    GET /api/context/{layer}/{address}/{z}/{x}/{y}
  situationRoute, //      GET /api/planning/situation
  startRunRoute, //       POST /api/planning/runs
  runsRoute, //           GET /api/planning/runs
  runRoute, //            GET /api/planning/runs/{id}
  stopRunRoute, //        POST /api/planning/runs/{id}/stop
  cancelRunRoute, //      DELETE /api/planning/runs/{id}
  runFileRoute, //        GET /api/planning/runs/{id}/file
  drawnPlanRoute, //      POST /api/planning/drawn
  scenariosRoute, //      GET /api/planning/scenarios
  addScenarioRoute, //    POST /api/planning/scenarios
  changeScenarioRoute, // PUT /api/planning/scenarios/{id}
  removeScenarioRoute, // DELETE /api/planning/scenarios/{id}
  plansRoute, //          GET /api/planning/plans
  adoptPlanRoute, //      POST /api/planning/plans
  reportsRoute, //        GET /api/reports
  reportRoute, //         GET /api/reports/{id}
  reportPhotoRoute, //    GET /api/reports/{id}/photo
  reportStepRoute, //     POST /api/reports/{id}/steps
  teachersRoute, //       GET /api/planning/teachers
  teachersFileRoute, //   GET /api/planning/teachers/file
  adoptTeachersRoute, //  POST /api/planning/teachers/plans
  writesRoute, //         GET /api/writes
  eventsRoute, //         GET /api/events
  openApiRoute, //        GET /api/openapi.json
];

export const CONTRACTS: readonly Contract[] = ROUTES.map(({ contract }) => contract);
