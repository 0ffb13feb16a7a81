// Of a household in a sample: its weight, stratum and cluster; and by what its income is divided where a column says it.

import type { HouseholdRow } from "#domain/register/rows";
import { columnOf } from "#server/import/readers/column";
import type { Source, SourceRow } from "#server/import/readers/source";
import type { FieldReader } from "./fields.ts";
import type { RegisterSpec } from "./profile.ts";

/** The most that one household may stand for, and the most that an equivalent size may be; more is a slip. */
const LEAST = 1e-6;
const MOST_WEIGHT = 1e7;
const MOST_SIZE = 1e3;

type SampleFields = Partial<
  Pick<HouseholdRow, "weight" | "stratum" | "cluster" | "equivalentSize" | "netIncomeFen">
>;

/** Reads the design of a row. A weight or size that is no number above 0 leaves the household out of what needs it, with a finding. */
export function sampleReader(
  { households: { file, sampling, equivalence } }: RegisterSpec,
  source: Source,
  read: FieldReader,
): (row: SourceRow) => SampleFields {
  const place = (column: string | undefined): number | null =>
    column === undefined ? null : columnOf(source, column, file);
  const weightAt = place(sampling?.weight);
  const stratumAt = place(sampling?.stratum);
  const clusterAt = place(sampling?.cluster);
  const sizeAt = typeof equivalence === "object" ? place(equivalence.column) : null;
  const number = ({ cells, number: row }: SourceRow, at: number, most: number): number =>
    read.number(cells[at]!, { file, row, column: source.columns[at]! }, LEAST, most, false) ?? 0;
  const text = ({ cells }: SourceRow, at: number): string | null => read.text(cells[at]!);
  return (row) => ({
    ...(weightAt === null ? {} : { weight: number(row, weightAt, MOST_WEIGHT) }),
    ...(stratumAt === null ? {} : { stratum: text(row, stratumAt) }),
    ...(clusterAt === null ? {} : { cluster: text(row, clusterAt) }),
    ...(sizeAt === null ? {} : sizeOf(number(row, sizeAt, MOST_SIZE))),
  });
}

/** Without its equivalent size an income says nothing. */
const sizeOf = (equivalentSize: number): SampleFields =>
  equivalentSize > 0 ? { equivalentSize } : { netIncomeFen: null };
