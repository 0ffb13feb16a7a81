// Travel times from the stored roads and schools: stored for the map, and loaded as a table of the department "computed".

import { createHash } from "node:crypto";
import type { FactRow, TableInput } from "#domain/dataset";
import { comparePeriods } from "#domain/period";
import type { Progress } from "#domain/progress";
import { REACH_STATES, type ReachState, type TravelScenario } from "#domain/travel";
import { ProblemError } from "#server/errors";
import { loadDataset } from "#server/import/load/load";
import { currentBoundaries, storedManifest } from "#server/release/release_inputs";
import type { Database } from "#sql/connect";
import { ACCESS_MEASURES, accessRows } from "./access_figures.ts";
import { readPupils, readSchools, readVillages, SCHOOL_KINDS, type School } from "./read_places.ts";
import { readRoads } from "./read_roads.ts";
import { TravelTimes } from "./travel_times.ts";

const TABLE_ID = "computed_access";

export interface AccessSummary {
  readonly periods: readonly string[];
  readonly schools: number;
  readonly roads: number;
  /** Villages by state in the last period. */
  readonly states: Readonly<Record<ReachState, number>>;
  /** Null where a release shows exactly this already. */
  readonly draft: number | null;
  readonly isUnchanged: boolean;
}

interface AccessOptions {
  readonly scenario: TravelScenario;
  readonly importedBy: string;
  readonly onProgress: Progress;
  readonly tempDir?: string;
}

const isOpen =
  (period: string) =>
  ({ opened, closed }: Pick<School, "opened" | "closed">): boolean =>
    (opened === null || comparePeriods(opened, period) <= 0) &&
    (closed === null || comparePeriods(closed, period) > 0);

const missing = (what: string, how: string): ProblemError =>
  new ProblemError(409, "nothing to compute from", `${what}: ${how}`);

/** Computes access for every period with pupils, and loads it as a table that departments' tables overrule. */
export async function computeAccess(database: Database, options: AccessOptions): Promise<AccessSummary> {
  const { knex: db } = database;
  const [manifest, boundaries] = [await storedManifest(db), await currentBoundaries(db)];
  if (!manifest || !boundaries) throw missing("no areas are stored", "import a profile first");
  const level = manifest.levels.at(-1)!.id;
  const villages = await readVillages(db, boundaries.id, level);
  const [roads, schools] = [await readRoads(db), await readSchools(db, boundaries.id)];
  if (roads.length === 0) throw missing("no roads are stored", "import a profile with a section roads");
  if (schools.length === 0)
    throw missing(`no ${SCHOOL_KINDS.join(", ")} is stored`, "import a profile with a section facilities");
  const pupils = await readPupils(db, villages, level);
  if (pupils.size === 0)
    throw missing("no pupils of villages are stored", "import a table with the measure pupils");
  const times = new TravelTimes(database, { villages, boundaryVersion: boundaries.id, level }, options);
  const rows: FactRow[] = [];
  const periods = [...pupils.keys()].sort(comparePeriods);
  let state = new Uint8Array(0);
  for (const [done, period] of periods.entries()) {
    options.onProgress({ what: "travel times by period", done, total: periods.length });
    const open = isOpen(period);
    const travel = await times.of(roads.filter(open), schools.filter(open));
    state = travel.state;
    const places = travel.schools.map((school) => school.places[period] ?? null);
    rows.push(
      ...accessRows({ ...travel, codes: villages.codes, period, pupils: pupils.get(period)!, places }),
    );
  }
  const summary = await loadDataset(
    database,
    { manifest, boundaries: null, lineage: [], tables: [computedTable(level, rows, options.scenario)] },
    { dryRun: false, findings: [], ...options },
  );
  const count = (id: ReachState): number =>
    state.reduce((sum, own) => sum + (REACH_STATES[own] === id ? 1 : 0), 0);
  return {
    periods,
    schools: schools.length,
    roads: roads.length,
    states: Object.fromEntries(REACH_STATES.map((id) => [id, count(id)])) as Record<ReachState, number>,
    draft: summary.draft,
    isUnchanged: summary.isUnchanged,
  };
}

/** Below every department: where one states the same, both stand. */
const PRIORITY = -100;

function computedTable(level: string, rows: FactRow[], scenario: TravelScenario): TableInput {
  const checksum = createHash("sha256")
    .update(JSON.stringify([ACCESS_MEASURES, scenario, rows]))
    .digest("hex");
  return {
    id: TABLE_ID,
    level,
    measures: ACCESS_MEASURES,
    fileName: `${TABLE_ID} (${scenario.id})`,
    checksum,
    department: { en: "computed", zh: "计算" },
    reportingDate: null,
    priority: PRIORITY,
    sample: false,
    async *rows() {
      yield rows;
    },
  };
}
