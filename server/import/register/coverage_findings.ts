// Indices of the register of which too little is known: found in the counts that leave it, once they are stored.

import type { Knex } from "knex";
import type { Finding } from "#domain/import_finding";
import type { RegisterInput } from "#domain/register/rows";
import type { DeprivationIndex } from "#domain/register/deprivation_index";
import { countedParts } from "#domain/register/index_measures";
import { BUILT_IN_INDEX } from "#domain/registry/multidimensional";
import { query } from "#sql/query";
import { declarationOf } from "./conditions.ts";
import { registerTableId } from "./write_register.ts";

/** Below this share of whom all is known, an index says little about the others. */
const LEAST_COVERAGE = 0.95;

interface Coverage {
  readonly id: string;
  readonly period: string;
  readonly all: number;
  readonly known: number;
}

/** Measures that count everybody, and those of whom all deprivations are known. */
function measuresOf(index: DeprivationIndex): { all: string; known: string } {
  const measure = (part: string): string | undefined =>
    countedParts(index).find((counted) => counted.part === part)?.measure;
  return { all: measure("all") ?? "persons", known: measure("scored")! };
}

/** A finding for each index and period in which all deprivations are known of fewer than 95 in 100. */
export async function coverageFindings(trx: Knex.Transaction, input: RegisterInput): Promise<Finding[]> {
  const indices = declarationOf(input).indices.map((index) => ({ id: index.id, ...measuresOf(index) }));
  const rows = await query<Coverage>(
    trx,
    `select i.id, v.period, sum(v.value[array_position(b.measures, i.whole)]) as all,
            sum(v.value[array_position(b.measures, i.known)]) as known
     from fact.batch b
     join fact.measure_value v on v.batch = b.id
     cross join unnest(?::text[], ?::text[], ?::text[]) as i (id, whole, known)
     where b.table_id = ? and b.state = 'current'
     group by i.id, v.period order by i.id, v.period`,
    [
      indices.map(({ id }) => id),
      indices.map(({ all }) => all),
      indices.map(({ known }) => known),
      registerTableId(null),
    ],
  );
  return (
    rows
      // Records without the columns of the built-in index are no gap in it.
      .filter(({ id, known }) => known > 0 || id !== BUILT_IN_INDEX.id)
      .filter(({ all, known }) => known < LEAST_COVERAGE * all)
      .map(({ id, period, all, known }): Finding => ({
        severity: "warning",
        rule: "index_coverage_low",
        file: input.fileName,
        row: null,
        column: null,
        value: null,
        message: `of ${all} in ${period} all deprivations of the index "${id}" are known of ${known}, fewer than 95 in 100`,
        action: "the others are in no figure of the index; complete the records, or say what is missing",
      }))
  );
}
