// An empty database gets the demo, so that there is something to look at.

import { join } from "node:path";
import type { Progress } from "#domain/progress";
import { demoDataset } from "#seeds/demo/dataset";
import { officeOf } from "#seeds/demo/offices";
import type { Text } from "#domain/text";
import type { Database } from "#sql/connect";
import { ProblemError } from "./errors.ts";
import { loadDataset } from "./import/load/load.ts";
import { query } from "#sql/query";
import { publish } from "./release/publish.ts";
import { storedManifest } from "./release/release_inputs.ts";
import { writeOffices } from "./reports/offices.ts";

interface SeedOptions {
  readonly dataDir: string;
  /** Size of the demo; its own default when left out. */
  readonly villages?: number;
  /** How many of its years, the last ones; all when left out. */
  readonly years?: number;
  readonly onProgress: Progress;
}

/** Makes and publishes the demo; returns the release, or null when it is there already. Refuses another dataset. */
export async function seedDemo(database: Database, options: SeedOptions): Promise<number | null> {
  const { villages, years } = options;
  const input = demoDataset({
    withRegister: true,
    ...(villages === undefined ? {} : { villages }),
    ...(years === undefined ? {} : { years }),
  });
  const summary = await loadDataset(database, input, {
    dryRun: false,
    importedBy: "demo",
    findings: [],
    onProgress: options.onProgress,
    tempDir: join(options.dataDir, "tmp"),
  });
  if (summary.hasErrors)
    throw new ProblemError(500, "bad demo", summary.findings.map(({ message }) => message).join("; "));
  await writeDemoOffices(database);
  const [draft] = await query(database.knex, "select from release.release where state = 'draft'");
  return draft ? publish(database, "demo", undefined, options.onProgress) : null;
}

/** The offices that answer reports in the demo. */
async function writeDemoOffices({ knex }: Database): Promise<void> {
  const areas = await query<{ code: string; level: string; names: Text }>(
    knex,
    "select code, level, names from geo.area where boundary_version = (select max(id) from geo.boundary_version)",
  );
  await writeOffices(
    knex,
    areas.flatMap(({ code, level, names }) => {
      const office = officeOf(level, names);
      return office ? [{ areaCode: code, ...office }] : [];
    }),
  );
}

/** Makes the demo where nothing was ever published and nothing but a demo was imported. */
export async function ensureFirstData(database: Database, options: SeedOptions): Promise<void> {
  const [released] = await query(
    database.knex,
    "select from release.release where published_at is not null limit 1",
  );
  const manifest = await storedManifest(database.knex);
  if (!released && (manifest === null || manifest.isFictional)) await seedDemo(database, options);
}
