// From a profile and its files to a checked dataset, with everything that was found on the way.

import type { DatasetInput, LineageInput } from "#domain/dataset";
import type { Progress } from "#domain/progress";
import type { Finding } from "#domain/import_finding";
import { INDICATORS } from "#domain/registry/index";
import type { RegisterInput } from "#domain/register/rows";
import type { Database } from "#sql/connect";
import { Lineage } from "#server/release/rollup/lineage";
import { storedLineage } from "#server/release/release_inputs";
import { areaBatches, boundariesChecksum, readBoundaries, type Boundaries } from "./boundaries/boundaries.ts";
import { checkDisagreements, checkSurveyed } from "./tables/cross_table_checks.ts";
import { Files } from "./readers/files.ts";
import { FindingLog } from "./findings/finding_log.ts";
import { formerCodes } from "./tables/former_codes.ts";
import { readLineage } from "./boundaries/lineage.ts";
import type { OpenedProfile } from "./profile/profile_file.ts";
import { readProfile } from "./profile/profile_file.ts";
import { PrivateLog } from "./register/private_log.ts";
import { readRegister } from "./register/read_register.ts";
import { storedCodes } from "./load/stored_codes.ts";
import { readTable, type ReadTable } from "./tables/table.ts";

export interface ReadContext {
  /** Polygons are transformed, judged and mended by its functions; nothing is written. */
  readonly database: Pick<Database, "pool" | "knex">;
  readonly onProgress: Progress;
}

export interface ReadDataset {
  /** Null when there is an error among the findings. */
  readonly input: DatasetInput | null;
  readonly findings: Finding[];
}

/** Takes at least this long between two reports of the same work. */
const REPORT_MS = 250;

/** Lets through the first and last report of each piece of work, and between them a few a second. */
function throttled(onProgress: Progress): Progress {
  let last = { what: "", at: 0 };
  return (step) => {
    const now = performance.now();
    if (step.what === last.what && step.done !== step.total && now - last.at < REPORT_MS) return;
    last = { what: step.what, at: now };
    onProgress(step);
  };
}

async function assemble(
  { profile, manifest, folder }: OpenedProfile,
  context: ReadContext,
  log: FindingLog,
): Promise<DatasetInput | null> {
  const { database } = context;
  const onProgress = throttled(context.onProgress);
  const files = new Files(folder, log, onProgress);
  let boundaries: Boundaries | null = null;
  try {
    boundaries = await readBoundaries(profile, { database, files, log, onProgress });
  } catch (error) {
    log.addFault(error);
  }
  if (log.hasErrors) return null;
  const checksum = boundaries ? boundariesChecksum(profile, files) : "";
  const codes = boundaries
    ? new Map([...boundaries].map(([level, areas]) => [level, new Set(areas.keys())]))
    : await storedCodes(database);
  const lineage: LineageInput[] = [];
  for (const spec of profile.lineage)
    try {
      lineage.push(...(await readLineage(spec, files)));
    } catch (error) {
      log.addFault(error);
    }
  const changes = [...(await storedLineage(database.knex)), ...lineage];
  const levelOf = new Map(
    [...codes].flatMap(([level, own]) => [...own].map((code) => [code, level] as const)),
  );
  const former = formerCodes(changes, (code) => levelOf.has(code));
  for (const [code, area] of former) codes.get(levelOf.get(area)!)!.add(code);
  const readOnto = [checksum, ...[...former.keys()].sort()].join("\n");

  const indicators = [...INDICATORS, ...manifest.indicators];
  const tables: ReadTable[] = [];
  for (const spec of profile.tables)
    try {
      const known = codes.get(spec.level) ?? new Set<string>();
      tables.push(
        await readTable(spec, { codes: known, indicators, files, log, onProgress, boundaries: readOnto }),
      );
    } catch (error) {
      log.addFault(error);
    }
  const privateLog = new PrivateLog();
  let register: RegisterInput | undefined;
  if (profile.register)
    try {
      // The files of a register are opened with a log that quotes nothing of them.
      const privateFiles = new Files(folder, privateLog, onProgress);
      register = await readRegister(profile.register, privateFiles, privateLog, checksum);
    } catch (error) {
      privateLog.addFault(error);
      for (const finding of privateLog.finished()) log.add(finding);
    }
  if (log.hasErrors) return null;
  checkDisagreements(tables, log);
  if (boundaries) checkSurveyed(tables, boundaries, new Lineage(changes, (code) => levelOf.has(code)), log);
  return {
    manifest,
    boundaries: boundaries && {
      source: profile.source,
      checksum,
      date: profile.date ?? null,
      areas: (levelId) => areaBatches(boundaries.get(levelId) ?? new Map()),
    },
    lineage,
    tables: tables.map((table) => table.input),
    ...(register ? { register } : {}),
  };
}

/**
 * Reads the profile at `profilePath` and all its files, and checks them. Nothing is written; the dataset is null when a
 * finding is an error. Throws only for what is no fault of the files (a database that is gone).
 */
export async function readDataset(profilePath: string, context: ReadContext): Promise<ReadDataset> {
  const log = new FindingLog();
  let input: DatasetInput | null = null;
  try {
    const opened = await readProfile(profilePath, log);
    if (opened) input = await assemble(opened, context, log);
  } catch (error) {
    log.addFault(error);
  }
  return { input, findings: log.all };
}
