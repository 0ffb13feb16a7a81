// The offices that answer reports, by the area that they answer for.

import type { Knex } from "knex";
import type { Text } from "#domain/text";
import { recordChange } from "#server/audit/record";
import { query } from "#sql/query";

export interface OfficeRow {
  readonly areaCode: string;
  readonly names: Text;
  /** Days to an answer. */
  readonly answerDays: number;
}

/** Adds offices, and renews those of the same area. */
export async function writeOffices(db: Knex, offices: readonly OfficeRow[]): Promise<void> {
  await db.transaction(async (trx) => {
    await query(
      trx,
      `insert into report.office (area_code, names, answer_days)
     select code, names::jsonb, days from unnest(?::text[], ?::text[], ?::integer[]) as o (code, names, days)
     on conflict (area_code) do update set names = excluded.names, answer_days = excluded.answer_days`,
      [
        offices.map(({ areaCode }) => areaCode),
        offices.map(({ names }) => JSON.stringify(names)),
        offices.map(({ answerDays }) => answerDays),
      ],
    );
    await recordChange(trx, {
      action: "office.write",
      object: "offices",
      before: null,
      after: { written: offices.length },
    });
  });
}

/** Codes of offices whose areas are in no boundaries. */
export async function unknownAreas(db: Knex, offices: readonly OfficeRow[]): Promise<string[]> {
  const rows = await query<{ code: string }>(
    db,
    `select code from unnest(?::text[]) with ordinality as o (code, at)
     where not exists (select from geo.area a where a.code = o.code) order by at`,
    [offices.map(({ areaCode }) => areaCode)],
  );
  return rows.map(({ code }) => code);
}
