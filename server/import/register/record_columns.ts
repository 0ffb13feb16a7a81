// The columns of the register's tables, and what each takes from a record.

import type { HouseholdRow, PersonRow, PovertyLineRow } from "#domain/register/rows";
import type { Bits } from "./conditions.ts";
import type { CopyColumn } from "#server/import/load/copy_rows";

type Placed<Row> = Row & { readonly rootCode: string };
type Columns<Row> = readonly CopyColumn<Placed<Row>>[];

export const LINE_COLUMNS: Columns<PovertyLineRow> = [
  { name: "root_code", type: "text", of: (row) => row.rootCode },
  { name: "area_code", type: "text", of: (row) => row.areaCode },
  { name: "period", type: "text", of: (row) => row.period },
  { name: "concept", type: "text", of: (row) => row.concept },
  { name: "line_fen", type: "bigint", of: (row) => row.lineFen },
  { name: "source", type: "text", of: (row) => row.source },
];

/** Ids between commas, which need no quotes. */
const list = (ids: readonly string[] | undefined): string | null =>
  ids && ids.length > 0 ? `{${ids.join()}}` : null;

export const HOUSEHOLD_COLUMNS: Columns<HouseholdRow & Bits> = [
  { name: "root_code", type: "text", of: (row) => row.rootCode },
  { name: "village_code", type: "text", of: (row) => row.villageCode },
  { name: "period", type: "text", of: (row) => row.period },
  { name: "household_key", type: "text", of: (row) => row.key },
  { name: "source_row", type: "integer", of: (row) => row.row },
  { name: "head_name", type: "text", of: (row) => row.headName },
  { name: "is_registered", type: "boolean", of: (row) => row.isRegistered },
  { name: "poverty_state", type: "text", of: (row) => row.povertyState },
  { name: "monitoring", type: "text", of: (row) => row.monitoring },
  { name: "main_cause", type: "text", of: (row) => row.mainCause },
  { name: "other_causes", type: "text[]", of: (row) => list(row.otherCauses) },
  { name: "exit_score", type: "numeric", of: (row) => row.exitScore },
  { name: "net_income_fen", type: "bigint", of: (row) => row.netIncomeFen },
  { name: "income_concept", type: "text", of: (row) => row.incomeConcept },
  { name: "dwelling", type: "text", of: (row) => row.dwelling },
  { name: "has_safe_water", type: "boolean", of: (row) => row.hasSafeWater },
  { name: "true_bits", type: "bigint", of: (row) => row.trueBits },
  { name: "unknown_bits", type: "bigint", of: (row) => row.unknownBits },
  { name: "groups", type: "text[]", of: (row) => list(row.groups) },
  { name: "weight", type: "numeric", of: (row) => row.weight ?? null },
  { name: "stratum", type: "text", of: (row) => row.stratum ?? null },
  { name: "cluster", type: "text", of: (row) => row.cluster ?? null },
  { name: "equivalent_size", type: "numeric", of: (row) => row.equivalentSize ?? null },
];

export const PERSON_COLUMNS: Columns<PersonRow & Bits> = [
  { name: "root_code", type: "text", of: (row) => row.rootCode },
  { name: "village_code", type: "text", of: (row) => row.villageCode },
  { name: "period", type: "text", of: (row) => row.period },
  { name: "household_key", type: "text", of: (row) => row.key },
  { name: "person_number", type: "integer", of: (row) => row.number },
  { name: "source_row", type: "integer", of: (row) => row.row },
  { name: "name", type: "text", of: (row) => row.name },
  { name: "id_number", type: "text", of: (row) => row.idNumber },
  { name: "age", type: "smallint", of: (row) => row.age },
  { name: "schooling_years", type: "smallint", of: (row) => row.schoolingYears },
  { name: "is_at_school", type: "boolean", of: (row) => row.isAtSchool },
  { name: "has_long_illness", type: "boolean", of: (row) => row.hasLongIllness },
  { name: "insurance", type: "text", of: (row) => row.insurance },
  { name: "can_work", type: "boolean", of: (row) => row.canWork },
  { name: "true_bits", type: "bigint", of: (row) => row.trueBits },
  { name: "false_bits", type: "bigint", of: (row) => row.falseBits },
  { name: "unknown_bits", type: "bigint", of: (row) => row.unknownBits },
  { name: "groups", type: "text[]", of: (row) => list(row.groups) },
];
