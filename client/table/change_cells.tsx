// What a change is made of, in the cells of a row: the figure in both periods, and the change as a share of the earlier one.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { Figure } from "#client/figures/Figure.tsx";
import { useWords } from "#client/i18n/words.ts";
import type { Words } from "#client/i18n/words.ts";
import { isMissing } from "#domain/missing";
import type { ChangedPeople } from "./use_people.ts";
import type { RowTrends } from "./use_trends.ts";

export interface ChangeEnds {
  readonly since: string;
  readonly period: string;
}

/** The heads of the two periods. */
export function EndHeads({ since, period }: ChangeEnds) {
  return [since, period].map((end) => (
    <th key={end} scope="col" className="num end">
      {end}
    </th>
  ));
}

export function RelativeHead() {
  const { t } = useWords();
  return (
    <th scope="col" className="num end" title={t.changeMap.relativeWhat}>
      {t.changeMap.relative}
    </th>
  );
}

export interface EndCellsProps extends ChangeEnds {
  readonly code: string;
  readonly indicator: CatalogIndicator;
  readonly trends: RowTrends;
}

/** The figure of an area in a period; null where it has none, or it is not there yet. */
const valueIn = ({ of, periods }: RowTrends, code: string, period: string): number | null => {
  const value = of.get(code)?.values[periods.indexOf(period)];
  return value === undefined || isMissing(value) ? null : value;
};

/** "+6%", "−13%" */
function signed(share: number, words: Words): string {
  const text = words.number(Math.abs(share), "share", { digits: 0 });
  return /[1-9]/.test(text) ? (share > 0 ? "+" : "−") + text : text;
}

/** The figures of both periods. */
export function EndCells({ code, indicator, trends, since, period }: EndCellsProps) {
  const words = useWords();
  return [since, period].map((end) => {
    const value = valueIn(trends, code, end);
    return (
      <td key={end} className={end === since ? "num end dim" : "num end"}>
        {value !== null && (
          <Figure
            of={{ kind: "area", code, shown: [{ indicator: indicator.id, period: end, since: null }] }}
            isPassed
          >
            {words.number(value, indicator.unit, { bare: true })}
          </Figure>
        )}
      </td>
    );
  });
}

/** The change as a share of the earlier figure. */
export function RelativeCell({
  code,
  trends,
  since,
  by,
}: Pick<EndCellsProps, "code" | "trends" | "since"> & { readonly by: number | undefined }) {
  const words = useWords();
  const before = valueIn(trends, code, since);
  return (
    <td className="num end dim">
      {by !== undefined && before !== null && before > 0 && signed(by / before, words)}
    </td>
  );
}

export interface PeopleProps {
  readonly people: ChangedPeople;
  readonly period: string;
}

export function PeopleHead({ people: { counted }, period }: PeopleProps) {
  const { t, label } = useWords();
  return (
    <th scope="col" className="num people-change" title={t.changeMap.peopleWhat}>
      {t.join([label(counted.measure.label), period])}
    </th>
  );
}

/** The people in need in the later period, and how many more or fewer they are. */
export function PeopleCell({
  code,
  people: { counted, of },
  period,
}: PeopleProps & { readonly code: string }) {
  const words = useWords();
  const known = of.get(code);
  return (
    <td className="num people-change">
      {known && (
        <Figure
          of={{ kind: "area", code, shown: [{ indicator: counted.indicator.id, period, since: null }] }}
          isPassed
        >
          {words.number(known.now, "count", { whole: true })}
        </Figure>
      )}
      {known?.more != null && known.more !== 0 && (
        <small className={known.more > 0 ? "bad" : "good"}>
          {(known.more > 0 ? "+" : "−") + words.number(Math.abs(known.more), "count", { whole: true })}
        </small>
      )}
    </td>
  );
}
