// Beside a change in the table: how many people in need there are in the later period, and how many more than in the earlier.

import { useMemo } from "react";
import { valuesContract } from "#domain/contract/values";
import type { AnsweredColumn } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import type { RankedRows } from "#client/data/use_values.ts";
import { useView } from "#client/data/view_context.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import type { PeopleInNeed } from "#client/model/people_in_need.ts";

export interface ChangedCount {
  readonly now: number;
  /** Null where the area has no figure in the earlier period. */
  readonly more: number | null;
}

export interface ChangedPeople {
  readonly counted: PeopleInNeed;
  readonly of: ReadonlyMap<string, ChangedCount>;
}

/** The people of the rows of a change; null where nobody is counted in both periods, or no change is shown. */
export function useChangedPeople(
  { shown }: RankedRows["values"],
  { indicator, period, since }: AnsweredColumn,
): ChangedPeople | null {
  const { catalog } = useView();
  const known = peopleInNeedOf(indicator, catalog);
  const isCounted = (at: string | null): boolean => at !== null && known!.indicator.periods.includes(at);
  const counted = known && isCounted(since) && isCounted(period) ? known : null;
  const query = shown?.question.query;
  const asked = (at: string | null) =>
    counted && query && at !== null
      ? {
          query: {
            release: query.release,
            indicator: counted.indicator.id,
            period: at,
            level: query.level,
            parent: query.parent,
          },
        }
      : null;
  const [later, earlier] = [
    useAnswer(valuesContract, asked(period)).data,
    useAnswer(valuesContract, asked(since)).data,
  ];
  const of = useMemo(() => {
    const before = new Map(earlier?.areas.map(({ code, numerator }) => [code, numerator]));
    return new Map(
      later?.areas.flatMap(({ code, numerator: now }): [string, ChangedCount][] => {
        const then = before.get(code);
        return now === undefined ? [] : [[code, { now, more: then === undefined ? null : now - then }]];
      }),
    );
  }, [later, earlier]);
  return useMemo(() => counted && { counted, of }, [counted, of]);
}
