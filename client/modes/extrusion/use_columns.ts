// The columns to be drawn: of every area inside the open one, the people in need of the indicator shown.

import { valuesContract } from "#domain/contract/values";
import { shownInside } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useInsiders } from "#client/data/use_area_names.ts";
import { useView } from "#client/data/view_context.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import type { Column } from "./overlay.ts";

export interface ShownColumns {
  /** The indicator whose people are counted, and their measure; null where nobody is counted. */
  readonly counted: ReturnType<typeof peopleInNeedOf>;
  readonly columns: readonly Column[];
  readonly highest: Column | null;
  readonly isLoading: boolean;
}

/** The columns of the present view; none while they are off or on their way. */
export function useColumns(isOn: boolean): ShownColumns {
  const here = useView();
  const { catalog, resolved } = here;
  const insiders = useInsiders();
  const counted = resolved.indicator && peopleInNeedOf(resolved.indicator, catalog);
  const hasFigures = counted?.indicator.periods.includes(resolved.period) ?? false;
  const values = useAnswer(
    valuesContract,
    isOn && counted && hasFigures
      ? {
          query: {
            release: catalog.address,
            indicator: counted.indicator.id,
            period: resolved.period,
            level: resolved.level.id,
            parent: shownInside(here),
          },
        }
      : null,
  );
  const areas = isOn && counted && hasFigures ? values.data?.areas : undefined;
  const count = new Map(areas?.map(({ code, numerator }) => [code, numerator]));
  const columns = insiders.flatMap(({ code, centre }): Column[] => {
    const own = count.get(code);
    return centre && own ? [{ code, centre, count: own }] : [];
  });
  const highest = columns.reduce<Column | null>(
    (top, column) => (top && top.count >= column.count ? top : column),
    null,
  );
  return { counted, columns, highest, isLoading: values.isLoading };
}
