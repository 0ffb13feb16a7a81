// Reads the files of a register by the columns that its profile names.

import { createHash } from "node:crypto";
import {
  CAUSES,
  DWELLINGS,
  INSURANCE_STATES,
  MONITORING_CATEGORIES,
  POVERTY_STATES,
} from "#domain/register/codes";
import { type HouseholdRow, type PersonRow, type RegisterInput } from "#domain/register/rows";
import type { FindingLog } from "#server/import/findings/finding_log";
import { type Files } from "#server/import/readers/files";
import { codeText } from "#server/import/tables/code_text";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import { FieldReader, type Place } from "./fields.ts";
import { indexReader } from "./index_reader.ts";
import { furtherLines, linesOf } from "./lines_profile.ts";
import { declaredIndices, type RegisterSpec } from "./profile.ts";
import { sampleReader } from "./sample_reader.ts";

const BATCH_ROWS = 2_000;

/** Yuan that a household may earn or lose in a year; more is a slip. */
const MOST_INCOME_YUAN = 1e7;

/** Opens the files of `spec`; throws an ImportFault when one is missing or lacks a column. */
export async function readRegister(
  spec: RegisterSpec,
  files: Files,
  log: FindingLog,
  boundaries: string,
): Promise<RegisterInput> {
  const households = await openRecords(spec, spec.households, files);
  const persons = await openRecords(spec, spec.persons, files);
  const read = new FieldReader(log);
  const { source: ofHouseholds } = households;
  const householdIndices = indexReader(spec.indices, {
    of: "household",
    source: ofHouseholds,
    file: spec.households.file,
    log,
  });
  const personIndices = indexReader(spec.indices, {
    of: "person",
    source: persons.source,
    file: spec.persons.file,
    log,
  });
  const sampleOf = sampleReader(spec, ofHouseholds, read);
  const checksum = createHash("sha256")
    .update(JSON.stringify([spec, boundaries]))
    .update(files.checksums.get(spec.households.file) ?? "")
    .update(files.checksums.get(spec.persons.file) ?? "")
    .digest("hex");
  return {
    id: "register",
    fileName: spec.households.file,
    personsFileName: spec.persons.file,
    checksum,
    department: spec.department,
    reportingDate: spec.reporting_date ?? null,
    priority: spec.priority,
    ...linesOf(spec),
    indices: declaredIndices(spec),
    furtherLines: furtherLines(spec),
    ...(spec.households.equivalence === "square_root" || spec.households.equivalence === "oecd_modified"
      ? { equivalence: spec.households.equivalence }
      : {}),
    ...(spec.households.sampling ? { isSample: true } : {}),
    findings: () => log.all,
    placeOf: (file, row) => log.placeOf(file, row),
    households: () =>
      households.batches((cell, at, identity, row) => ({
        ...toHousehold(read, spec.income_concept, cell, at, identity),
        ...householdIndices(row),
        ...sampleOf(row),
      })),
    persons: () =>
      persons.batches((cell, at, identity, row) => ({
        ...toPerson(read, cell, at, identity),
        ...personIndices(row),
      })),
  };
}

const fen = (yuan: number | null): number | null => (yuan === null ? null : Math.round(yuan * 100));

/** Text of a field, "" where the file has none. */
type Cell = (field: string) => string;
/** Where a field stands. */
type PlaceOf = (field: string) => Place;

function toHousehold(
  read: FieldReader,
  incomeConcept: string,
  cell: Cell,
  at: PlaceOf,
  identity: Identity,
): HouseholdRow {
  return {
    ...identity,
    headName: read.text(cell("head_name")),
    isRegistered: read.flag(cell("registered"), at("registered"), "taken as not registered") ?? false,
    povertyState:
      read.code(cell("poverty_state"), POVERTY_STATES, at("poverty_state"), "taken as ordinary") ??
      "ordinary",
    monitoring: read.code(cell("monitoring"), MONITORING_CATEGORIES, at("monitoring")),
    mainCause: read.code(cell("main_cause"), CAUSES, at("main_cause")),
    otherCauses: read.codes(cell("other_causes"), CAUSES, at("other_causes")),
    exitScore: read.number(cell("exit_score"), at("exit_score"), 0, 100, false),
    netIncomeFen: fen(
      read.number(cell("net_income_yuan"), at("net_income_yuan"), -MOST_INCOME_YUAN, MOST_INCOME_YUAN, false),
    ),
    incomeConcept,
    dwelling: read.code(cell("dwelling"), DWELLINGS, at("dwelling")),
    hasSafeWater: read.flag(cell("safe_water"), at("safe_water")),
  };
}

const toPerson = (read: FieldReader, cell: Cell, at: PlaceOf, identity: Identity): PersonRow => ({
  ...identity,
  number: read.number(cell("number"), at("number"), 0, 10_000) ?? -identity.row,
  name: read.text(cell("name")),
  idNumber: read.text(cell("id_number")),
  age: read.number(cell("age"), at("age"), 0, 130),
  schoolingYears: read.number(cell("schooling_years"), at("schooling_years"), 0, 30),
  isAtSchool: read.flag(cell("at_school"), at("at_school")),
  hasLongIllness: read.flag(cell("long_illness"), at("long_illness")),
  insurance: read.code(cell("insurance"), INSURANCE_STATES, at("insurance")),
  canWork: read.flag(cell("can_work"), at("can_work")),
});

interface Identity {
  readonly row: number;
  readonly villageCode: string;
  readonly period: string;
  readonly key: string;
}

interface Records {
  readonly source: Source;
  /** Reads all rows. */
  batches<Row>(
    make: (cell: Cell, at: PlaceOf, identity: Identity, row: SourceRow) => Row,
  ): AsyncGenerator<Row[]>;
}

async function openRecords(
  { period }: RegisterSpec,
  spec: RegisterSpec["households"] | RegisterSpec["persons"],
  files: Files,
): Promise<Records> {
  const source: Source = await files.open(spec);
  const { file } = spec;
  const village = columnOf(source, spec.village, file);
  const household = columnOf(source, spec.household, file);
  const periodAt = typeof period === "string" ? null : columnOf(source, period.column, file);
  const named = new Map(
    Object.entries(spec.columns).flatMap(([field, column]: [string, string | undefined]) =>
      column === undefined ? [] : [[field, columnOf(source, column, file)]],
    ),
  );
  const identify = ({ number, cells }: SourceRow): Identity => ({
    row: number,
    villageCode: codeText(cells[village]!, { pad: spec.pad }),
    period: periodAt === null ? (period as string) : cells[periodAt]!,
    key: cells[household]!.replaceAll("\0", ""),
  });
  return {
    source,
    async *batches(make) {
      let batch: ReturnType<typeof make>[] = [];
      for await (const row of source.rows()) {
        const cell = (field: string): string => {
          const at = named.get(field);
          return at === undefined ? "" : row.cells[at]!;
        };
        const at = (field: string): Place => ({
          file,
          row: row.number,
          column: source.columns[named.get(field) ?? -1] ?? field,
        });
        batch.push(make(cell, at, identify(row), row));
        if (batch.length < BATCH_ROWS) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  };
}
