// From a profile and its files to a checked dataset, with everything that was found on the way.
import type { Progress } from "#domain/progress";
import type { DatasetInput, LineageInput } from "#domain/dataset";
import type { Finding } from "#domain/import_finding";
import { INDICATORS } from "#domain/registry/index";
import type { RegisterInput } from "#domain/register/rows";
import type { Database } from "#sql/connect";
import { Lineage } from "#server/release/rollup/lineage";
import { currentBoundaries, storedLineage } from "#server/release/release_inputs";
import { areaBatches, boundariesChecksum, readBoundaries } from "./boundaries/boundaries.ts";
import { checkDisagreements, checkSurveyed } from "./tables/cross_table_checks.ts";
import { Files } from "./readers/files.ts";
import { FindingLog } from "./findings/finding_log.ts";
import { readContext } from "./context/read_context.ts";
import { formerCodes } from "./tables/former_codes.ts";
import { readLineage } from "./boundaries/lineage.ts";
import type { OpenedProfile } from "./profile/profile_file.ts";
import { readProfile } from "./profile/profile_file.ts";
import { readRegister } from "./register/read_register.ts";
import { readThings } from "./things/read_things.ts";
import { namedAreas, storedAreas } from "./boundaries/named_areas.ts";
import type { NamedArea } from "./tables/name_match.ts";
import { storedCodes } from "./load/stored_codes.ts";
import { readTable, type ParsedTable } from "./tables/table.ts";

interface ReadContext {
  /** Polygons are transformed, checked and repaired by its functions; nothing is written. */
  readonly database: Pick<Database, "pool" | "knex">;
  readonly onProgress: Progress;
}

export interface ReadDataset {
  /** Null when there is an error among the findings. */
  readonly input: DatasetInput | null;
  readonly findings: Finding[];
}

interface Assembly extends ReadContext {
  readonly opened: OpenedProfile;
  readonly files: Files;
  readonly log: FindingLog;
}

/** What `read` returns; undefined where it ends with a fault, which becomes a finding. */
async function orFault<T>(log: FindingLog, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    log.addFault(error);
    return undefined;
  }
}

async function assemble(assembly: Assembly): Promise<DatasetInput | null> {
  const { opened, database, files, log } = assembly;
  const { profile, manifest } = opened;
  const boundaries = (await orFault(log, () => readBoundaries(profile, assembly))) ?? null;
  if (log.hasErrors) return null;
  const checksum = boundaries ? boundariesChecksum(profile, files) : "";
  const codes = boundaries
    ? new Map([...boundaries].map(([level, areas]) => [level, new Set(areas.keys())]))
    : await storedCodes(database);
  const lineage: LineageInput[] = [];
  for (const spec of profile.lineage)
    lineage.push(...((await orFault(log, () => readLineage(spec, files))) ?? []));
  const changes = [...(await storedLineage(database.knex)), ...lineage];
  const levelOf = new Map(
    [...codes].flatMap(([level, own]) => [...own].map((code) => [code, level] as const)),
  );
  const former = formerCodes(changes, (code) => levelOf.has(code));
  for (const [code, area] of former) codes.get(levelOf.get(area)!)!.add(code);
  const areas = (level: string): Promise<NamedArea[]> =>
    boundaries ? Promise.resolve(namedAreas(boundaries, level)) : storedAreas(database, level);
  const tables = await readTables(
    assembly,
    codes,
    areas,
    [checksum, ...[...former.keys()].sort()].join("\n"),
  );
  const context =
    profile.context &&
    (await orFault(log, () =>
      readContext(profile.context!, {
        ...assembly,
        folder: opened.folder,
        isArea: (code) => levelOf.has(code),
      }),
    ));
  const register = await openRegister(assembly, checksum);
  const things = await readThings(profile, boundaries, {
    ...assembly,
    boundaries: boundaries ? checksum : ((await currentBoundaries(database.knex))?.checksum ?? ""),
  });
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
    removes: {
      measures: profile.removes?.measures ?? [],
      indicators: profile.removes?.indicators ?? [],
      licence: profile.removes?.licence ?? false,
      isFictional: profile.fictional === false,
    },
    tables: tables.map((table) => table.input),
    ...(context ? { context } : {}),
    ...(register ? { register } : {}),
    ...(things ? { things } : {}),
  };
}

/** Reads the tables onto areas by level; `boundaries` names these areas in the checksum of a table. */
async function readTables(
  { opened: { profile, manifest }, files, log, onProgress }: Assembly,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
  areas: (level: string) => Promise<readonly NamedArea[]>,
  boundaries: string,
): Promise<ParsedTable[]> {
  const indicators = [...INDICATORS, ...manifest.indicators];
  const statistics = new Set(manifest.measures.flatMap(({ id, statistic }) => (statistic ? [id] : [])));
  const tables: ParsedTable[] = [];
  for (const own of profile.tables) {
    const sample = own.sample ?? profile.sample;
    const spec = sample === undefined ? own : { ...own, sample };
    const known = codes.get(spec.level) ?? new Set<string>();
    const context = { codes: known, areas, indicators, statistics, files, log, onProgress, boundaries };
    const table = await orFault(log, () => readTable(spec, context));
    if (table) tables.push(table);
  }
  return tables;
}

/** Opens the register with a log that quotes nothing of its files. */
async function openRegister(
  { opened: { profile, folder }, log, onProgress }: Assembly,
  checksum: string,
): Promise<RegisterInput | undefined> {
  const { register } = profile;
  if (!register) return undefined;
  const privateLog = new FindingLog({ isPrivate: true });
  const privateFiles = new Files(folder, privateLog, onProgress);
  const input = await orFault(privateLog, () => readRegister(register, privateFiles, privateLog, checksum));
  // Of a register that is opened the loader takes the findings, once its rows are read.
  if (!input) log.addAll(privateLog);
  return input;
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
    if (opened)
      input = await assemble({
        ...context,
        opened,
        files: new Files(opened.folder, log, context.onProgress),
        log,
      });
  } catch (error) {
    log.addFault(error);
  }
  return { input, findings: log.all };
}
