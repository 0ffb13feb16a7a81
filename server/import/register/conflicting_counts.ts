// Where a department reports another number than the register counts: found in SQL, area by area, once both are stored.

import type { Knex } from "knex";
import type { Finding } from "#domain/import_finding";
import { query } from "#sql/query";
import { currentBatches } from "#server/release/release_inputs";
import { conflictFindings, type Difference } from "#server/import/tables/conflicts";
import { registerTableId } from "./write_register.ts";

interface DifferenceRow {
  readonly measure: string;
  readonly period: string;
  readonly code: string;
  readonly counted: number;
  readonly reported: number;
}

/** A finding for each count of the register that another current table reports differently; both are kept. */
export async function conflictingCounts(trx: Knex.Transaction): Promise<Finding[]> {
  const batches = await currentBatches(trx);
  const register = batches.find(({ tableId }) => tableId === registerTableId(null));
  if (!register) return [];
  const findings: Finding[] = [];
  for (const other of batches) {
    if (other === register || other.level !== register.level) continue;
    const shared = other.measures.filter((measure) => register.measures.includes(measure));
    if (shared.length === 0) continue;
    const rows = await query<DifferenceRow>(
      trx,
      `select measure, r.period, r.area_code as code, r.value[ours] as counted, v.value[theirs] as reported
       from unnest(?::text[], ?::int[], ?::int[]) as m (measure, ours, theirs)
       cross join fact.measure_value r
       join fact.measure_value v using (root_code, area_code, period)
       where r.batch = ? and v.batch = ? and r.value[ours] <> v.value[theirs]
         and coalesce(r.missing[ours], 0) = 0 and coalesce(v.missing[theirs], 0) = 0
       order by measure, r.period, r.area_code`,
      [
        shared,
        shared.map((measure) => register.measures.indexOf(measure) + 1),
        shared.map((measure) => other.measures.indexOf(measure) + 1),
        register.id,
        other.id,
      ],
    );
    const registerDecides = batches.indexOf(register) < batches.indexOf(other);
    const grouped = new Map<string, Difference[]>();
    for (const { measure, period, code, counted, reported } of rows) {
      const key = `${measure} ${period}`;
      const [used, overruled] = registerDecides ? [counted, reported] : [reported, counted];
      grouped.set(key, [...(grouped.get(key) ?? []), { code, used, overruled }]);
    }
    for (const [key, differences] of grouped) {
      const [measure, period] = key.split(" ") as [string, string];
      const [deciding, overruled] = registerDecides ? [register, other] : [other, register];
      findings.push(...conflictFindings(deciding, overruled, measure, period, differences));
    }
  }
  return findings;
}
