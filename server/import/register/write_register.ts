// Writes the register and, from it, the counts that leave it: set by set, inside the caller's transaction.

import type { Knex } from "knex";
import type { Progress } from "#domain/dataset";
import { DEPRIVATIONS, POVERTY_CUTOFF } from "#domain/measures";
import { MISSING } from "#domain/missing";
import { INEQUALITY_MEASURES, REGISTER_MEASURES } from "#domain/register";
import { query } from "../../query.ts";
import type { StagedRegister } from "./stage_register.ts";

/** Id of the table of counts that the register gives for a level; the lowest level has those that add up. */
export const registerTableId = (level: string | null): string =>
  level === null ? "register" : `register_inequality_${level}`;

/** Replaces the register and its counts. */
export async function writeRegister(
  trx: Knex.Transaction,
  staged: StagedRegister,
  lowestLevel: string,
  importedBy: string,
  onProgress: Progress,
): Promise<void> {
  await query(trx, "truncate register.poverty_line, register.household, register.person");
  const { lines } = staged;
  await query(
    trx,
    `insert into register.poverty_line (root_code, area_code, period, concept, line_fen, source)
     select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])`,
    [
      lines.map(({ rootCode }) => rootCode),
      lines.map(({ areaCode }) => areaCode),
      lines.map(({ period }) => period),
      lines.map(({ concept }) => concept),
      lines.map(({ lineFen }) => lineFen),
      lines.map(({ source }) => source),
    ],
  );
  let done = 0;
  for (const { rows, rootCodes } of staged.households()) {
    await query(
      trx,
      `insert into register.household
         (root_code, village_code, period, household_key, source_row, head_name, is_registered, poverty_state, monitoring,
          main_cause, other_causes, exit_score, net_income_fen, income_concept, dwelling, has_safe_water)
       select root_code, village_code, period, household_key, source_row, head_name, is_registered, poverty_state,
              monitoring, main_cause, string_to_array(other_causes, ','), exit_score, net_income_fen, income_concept,
              dwelling, has_safe_water
       from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::boolean[], ?::text[], ?::text[],
                   ?::text[], ?::text[], ?::numeric[], ?::bigint[], ?::text[], ?::text[], ?::boolean[])
         as t (root_code, village_code, period, household_key, source_row, head_name, is_registered, poverty_state,
               monitoring, main_cause, other_causes, exit_score, net_income_fen, income_concept, dwelling, has_safe_water)`,
      [
        rootCodes,
        rows.map(({ villageCode }) => villageCode),
        rows.map(({ period }) => period),
        rows.map(({ key }) => key),
        rows.map(({ row }) => row),
        rows.map(({ headName }) => headName),
        rows.map(({ isRegistered }) => isRegistered),
        rows.map(({ povertyState }) => povertyState),
        rows.map(({ monitoring }) => monitoring),
        rows.map(({ mainCause }) => mainCause),
        rows.map(({ otherCauses }) => (otherCauses.length > 0 ? otherCauses.join() : null)),
        rows.map(({ exitScore }) => exitScore),
        rows.map(({ netIncomeFen }) => netIncomeFen),
        rows.map(({ incomeConcept }) => incomeConcept),
        rows.map(({ dwelling }) => dwelling),
        rows.map(({ hasSafeWater }) => hasSafeWater),
      ],
    );
    done += rows.length;
    onProgress({ what: "writing households", done, total: staged.householdCount });
  }
  done = 0;
  for (const { rows, rootCodes } of staged.persons()) {
    await query(
      trx,
      `insert into register.person
         (root_code, village_code, period, household_key, person_number, source_row, name, id_number, age,
          schooling_years, is_at_school, has_long_illness, insurance, can_work)
       select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[],
                            ?::smallint[], ?::smallint[], ?::boolean[], ?::boolean[], ?::text[], ?::boolean[])`,
      [
        rootCodes,
        rows.map(({ villageCode }) => villageCode),
        rows.map(({ period }) => period),
        rows.map(({ key }) => key),
        rows.map(({ number }) => number),
        rows.map(({ row }) => row),
        rows.map(({ name }) => name),
        rows.map(({ idNumber }) => idNumber),
        rows.map(({ age }) => age),
        rows.map(({ schoolingYears }) => schoolingYears),
        rows.map(({ isAtSchool }) => isAtSchool),
        rows.map(({ hasLongIllness }) => hasLongIllness),
        rows.map(({ insurance }) => insurance),
        rows.map(({ canWork }) => canWork),
      ],
    );
    done += rows.length;
    onProgress({ what: "writing members of households", done, total: staged.personCount });
  }
  onProgress({ what: "counting the register by village", done: 0, total: null });
  await query(trx, "analyze register.household, register.person");
  await writeCounts(trx, staged, importedBy, null, lowestLevel);
  const levels = await query<{ id: string }>(trx, "select id from geo.level order by ordinal");
  for (const { id } of levels) await writeCounts(trx, staged, importedBy, id, id);
}

/** Counts into a batch of their own: those that add up for null, else the inequality of the areas of a level. */
async function writeCounts(
  trx: Knex.Transaction,
  { input, findings }: StagedRegister,
  importedBy: string,
  inequalityOf: string | null,
  level: string,
): Promise<void> {
  const tableId = registerTableId(inequalityOf);
  await query(trx, "update fact.batch set state = 'replaced' where table_id = ? and state = 'current'", [
    tableId,
  ]);
  const measures = inequalityOf === null ? REGISTER_MEASURES : INEQUALITY_MEASURES;
  const rows = await query<{ id: number }>(
    trx,
    `insert into fact.batch (table_id, checksum, file_name, department, reporting_date, priority, level, measures,
                             row_count, findings, imported_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?) returning id`,
    [
      tableId,
      input.checksum,
      input.fileName,
      JSON.stringify(input.department),
      input.reportingDate,
      input.priority,
      level,
      [...measures],
      JSON.stringify(inequalityOf === null ? findings : []),
      importedBy,
    ],
  );
  const batch = rows[0]!.id;
  const partition = `fact.measure_value_${batch}`;
  const list = measures.join(", ");
  const missing = measures
    .map((id) => `case when ${id} is null then ${MISSING["not-surveyed"].status} else 0 end`)
    .join(", ");
  await query(trx, `drop table if exists ${partition}`);
  await query(trx, `create table ${partition} (like fact.measure_value)`);
  await query(trx, `comment on table ${partition} is 'Rows of one batch'`);
  await query(
    trx,
    `insert into ${partition} (root_code, area_code, period, batch, value, missing)
     select root_code, area_code, period, ?, array(select coalesce(v, 0) from unnest(value) with ordinality as u (v, at) order by at),
            case when array_position(value, null) is not null then missing end
     from (select root_code, ${inequalityOf === null ? "village_code as area_code" : "area_code"}, period,
                  array[${list}]::float8[] as value, array[${missing}]::smallint[] as missing
           from ${inequalityOf === null ? "register.village_measures(?, ?)" : "register.area_inequality(?)"}) counted
     order by period, area_code`,
    [
      batch,
      ...(inequalityOf === null
        ? [DEPRIVATIONS.map(({ weight }) => weight), POVERTY_CUTOFF]
        : [inequalityOf]),
    ],
  );
  const counted = await query<{ rows: number; periods: string[] | null }>(
    trx,
    `select count(*)::int as rows, array_agg(distinct period) as periods from ${partition}`,
  );
  const { rows: rowCount, periods } = counted[0]!;
  if (periods === null) {
    await query(trx, `drop table ${partition}`);
    await query(trx, "delete from fact.batch where id = ?", [batch]);
    return;
  }
  await query(trx, `alter table fact.measure_value attach partition ${partition} for values in (${batch})`);
  await query(trx, "update fact.batch set row_count = ?, periods = ? where id = ?", [
    rowCount,
    periods,
    batch,
  ]);
}
