// The head of the list of areas with two values: a button in each column that sorts by it.

import type { PairSort } from "#domain/contract/bivariate";
import { useMode } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { ListOrder } from "#client/model/view.ts";
import { useChangeBivariate } from "./use_bivariate.ts";
import type { BivariateColumns } from "./use_bivariate.ts";

/** A press on a column puts its worst end first, a second one the best; a third gives the order by class back. */
const nextOrder = ({ sort, first }: ListOrder, key: PairSort): ListOrder =>
  sort !== key
    ? { sort: key, first: "worst" }
    : first === "worst"
      ? { sort: key, first: "best" }
      : { sort: "class", first: "worst" };

export interface BivariateHeadProps {
  readonly columns: BivariateColumns;
  /** Name of the column of people; null where there is none. */
  readonly people: string | null;
  /** Whether the rows name their class. */
  readonly hasClass: boolean;
}

export function BivariateHead({ columns, people, hasClass }: BivariateHeadProps) {
  const words = useWords();
  const { t } = words;
  const { need, second, level } = columns;
  return (
    <>
      <SortHead by="class" label={t.rank} className="num rank" />
      <th scope="col">{words.label(level.label)}</th>
      <SortHead by="need" label={words.shortTitle(need)} />
      <SortHead by="other" label={words.shortTitle(second)} />
      {people !== null && <SortHead by="people" label={people} />}
      {hasClass && <th scope="col">{t.bivariate.className}</th>}
    </>
  );
}

interface SortHeadProps {
  readonly by: PairSort;
  readonly label: string;
  readonly className?: string;
}

function SortHead({ by, label, className = "num" }: SortHeadProps) {
  const { t } = useWords();
  const mode = useMode("bivariate");
  const changeMode = useChangeBivariate();
  if (!mode) return null;
  const { sort, first } = mode.order;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={sort === by ? (first === "best" ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        title={t.sortBy(label)}
        onClick={() => changeMode({ order: nextOrder(mode.order, by) }, "replace")}
      >
        {label}
      </button>
    </th>
  );
}
