// The counts that leave the register, as rows of a batch: by village, with the sums of every index; or by area of a level.

import type { Knex } from "knex";
import { MISSING } from "#domain/missing";
import type { DeprivationIndex } from "#domain/register/deprivation_index";
import type { CountedPart } from "#domain/register/counted_part";
import { lineParts } from "#domain/register/income_line";
import { countedParts, type RegisterDeclaration } from "#domain/register/index_measures";
import { VILLAGE_MEASURES } from "#domain/register/measures";
import { query } from "#sql/query";
import { numbered } from "./conditions.ts";

/** Keeps the declarations by which SQL counts. */
export async function declareIndices(
  trx: Knex.Transaction,
  indices: readonly DeprivationIndex[],
): Promise<void> {
  await query(trx, "delete from register.deprivation_index");
  for (const { id, identify, count, missing, cutoff } of indices)
    await query(
      trx,
      "insert into register.deprivation_index (id, identify, counts, missing, cutoff) values (?, ?, ?, ?, ?)",
      [id, identify, count, missing, cutoff],
    );
  const all = numbered(indices);
  await query(
    trx,
    `insert into register.deprivation (index_id, id, bit, weight, decides)
     select * from unnest(?::text[], ?::text[], ?::smallint[], ?::int[], ?::text[])`,
    [
      all.map(({ index }) => index),
      all.map(({ id }) => id),
      all.map(({ bit }) => bit),
      all.map(({ weight }) => weight),
      all.map(({ decides }) => decides),
    ],
  );
}

/** Where counts go: the partition of a batch. */
interface Target {
  readonly partition: string;
  readonly batch: number;
}

const statusOf = (column: string): string =>
  `case when ${column} is null then ${MISSING["not-surveyed"].status} else 0 end`;

/** A function of the register that gives sums by village and part, what it is asked for, and which parts are stored. */
interface Source {
  readonly id: string;
  readonly of: string;
  readonly parts: readonly CountedPart[];
  readonly from: string;
}

/**
 * A weighted sum as a whole number, as all that adds up is: rounded with what the villages before it by code have left over, so
 * that an area whose villages have codes beside each other is off by less than one, however many they are.
 */
const rounded = (column: string, partition: string): string =>
  `case when ${column} is not null then
     round(sum(${column}) over (partition by ${partition} order by village_code))
     - round(sum(${column}) over (partition by ${partition} order by village_code) - ${column}) end`;

/** Inserts what every village adds up to: its own measures, and the sums of each index behind them. */
export async function countVillages(
  trx: Knex.Transaction,
  { partition, batch }: Target,
  { indices, lines }: RegisterDeclaration,
  isWeighted = false,
): Promise<void> {
  const ids = VILLAGE_MEASURES.map(({ id }) => id);
  const sources: Source[] = [
    ...indices.map((index) => ({
      id: index.id,
      of: index.id,
      parts: countedParts(index),
      from: "register.index_measures",
    })),
    ...lines.map((line) => ({
      id: `line ${line.id}`,
      of: line.concept,
      parts: lineParts(line),
      from: "register.line_measures",
    })),
  ];
  const parts = sources.flatMap((source) => source.parts.map(({ part }) => ({ source: source.id, part })));
  const weighted = ids.map((id) => `sum(${id} * coalesce(weight, 1)) as ${id}`).join(", ");
  const whole = (column: string, by: string): string => (isWeighted ? rounded(column, by) : column);
  const own = ids.map((id) => `${whole(id, "root_code, period")} as ${id}`).join(", ");
  const sums = sources.map(
    ({ from }) => `select ? as source, root_code, village_code, period, part, value from ${from}(?)`,
  );
  await query(
    trx,
    `with weighted as (
       select root_code, village_code, period, ${weighted} from register.village_measures() group by 1, 2, 3
     ), village as (
       select root_code, village_code, period, ${own} from weighted
     ), wanted as (
       select * from unnest(?::text[], ?::text[]) with ordinality as w (source, part, at)
     ), counted as (
       ${sums.join(" union all ")}
     ), filled as (
       select v.root_code, v.village_code, v.period, w.at, coalesce(c.value, 0) as value
       from village v cross join wanted w
       left join counted c using (root_code, village_code, period, source, part)
     ), indexed as (
       select root_code, village_code, period, array_agg(value::float8 order by at) as value
       from (select root_code, village_code, period, at, ${whole("value", "root_code, period, at")} as value from filled) f
       group by 1, 2, 3
     )
     insert into ${partition} (root_code, area_code, period, batch, value, missing)
     select root_code, village_code, period, ?, array[${ids.map((id) => `coalesce(v.${id}, 0)`).join(", ")}]::float8[] || i.value,
       case when ${ids.map((id) => `v.${id} is null`).join(" or ")}
         then array[${ids.map((id) => statusOf(`v.${id}`)).join(", ")}]::smallint[] || array_fill(0::smallint, array[${parts.length}])
       end
     from village v join indexed i using (root_code, village_code, period)
     order by period, village_code`,
    [
      parts.map(({ source }) => source),
      parts.map(({ part }) => part),
      ...sources.flatMap(({ id, of }) => [id, of]),
      batch,
    ],
  );
}

/** Inserts what a function of the register gives for each area of a level; what is null there is not surveyed. */
async function insertByArea(
  trx: Knex.Transaction,
  { partition, batch }: Target,
  measures: readonly string[],
  from: string,
  bindings: readonly string[],
): Promise<void> {
  await query(
    trx,
    `insert into ${partition} (root_code, area_code, period, batch, value, missing)
     select root_code, area_code, period, ?, array[${measures.map((id) => `coalesce(${id}, 0)`).join(", ")}]::float8[],
       case when ${measures.map((id) => `${id} is null`).join(" or ")}
         then array[${measures.map(statusOf).join(", ")}]::smallint[] end
     from ${from} order by period, area_code`,
    [batch, ...bindings],
  );
}

/** Inserts Gini and Lorenz curve of the areas of a level. */
export const countInequality = (
  trx: Knex.Transaction,
  target: Target,
  measures: readonly string[],
  level: string,
): Promise<void> => insertByArea(trx, target, measures, "register.area_inequality(?)", [level]);

/** What standard errors are of: an index, or incomes against the lines of a concept (null: each household's own). */
export interface ErrorSource {
  readonly kind: "index" | "income";
  readonly of: string | null;
  readonly parts: readonly CountedPart[];
}

/** Inserts the standard errors of a source in the areas of a level; one that cannot be known is not surveyed. */
export async function countErrors(
  trx: Knex.Transaction,
  { partition, batch }: Target,
  { kind, of, parts }: ErrorSource,
  level: string,
): Promise<void> {
  await query(
    trx,
    `with error as materialized (
       select * from register.figure_errors(?, ?, ?)
     ), wanted as (
       select * from unnest(?::text[]) with ordinality as w (figure, at)
     ), area as (
       select distinct root_code, area_code, period from error
     ), filled as (
       select a.*, w.at, e.standard_error from area a cross join wanted w
       left join error e using (root_code, area_code, period, figure)
     )
     insert into ${partition} (root_code, area_code, period, batch, value, missing)
     select root_code, area_code, period, ?, array_agg(coalesce(standard_error, 0) order by at),
       case when bool_or(standard_error is null)
         then array_agg((${statusOf("standard_error")})::smallint order by at) end
     from filled group by 1, 2, 3 order by period, area_code`,
    [kind, of, level, parts.map(({ part }) => part), batch],
  );
}
