// The areas of the picked class (of all nine, the worst first), each with both values.

import type { PairAreas } from "#domain/contract/bivariate";
import { setHover, useHoverCode } from "#client/model/hover.ts";
import { useWords } from "#client/i18n/words.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { VirtualTable } from "#client/ui/VirtualTable.tsx";
import { useNamesAbove } from "#client/figures/use_names_above.ts";
import { BivariateHead } from "./BivariateHead.tsx";
import { BivariateRow } from "./BivariateRow.tsx";
import type { BivariateColumns } from "./use_bivariate.ts";
import "#client/table/table.css";
import "./bivariate.css";

export interface BivariateTableProps {
  readonly answer: PairAreas;
  /** What the answer is about. */
  readonly columns: BivariateColumns;
  /** Whether the classes beside the list are of the same columns, and can name them. */
  readonly isNamed: boolean;
  readonly isSheet: boolean;
}

export function BivariateTable({ answer, columns, isNamed, isSheet }: BivariateTableProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const openArea = useOpen();
  const mode = useMode("bivariate");
  const hovered = useHoverCode();
  const above = useNamesAbove(answer.areas);
  if (!mode) return null;
  const { need, period, second, secondPeriod, level } = columns;
  const { areas, total, people } = answer;
  if (areas.length === 0) return <p className="nothing">{t.bivariate.nobody}</p>;

  const counted = people === undefined ? null : peopleInNeedOf(need, catalog);
  const hasClass = isNamed && !isSheet && mode.class === null;
  return (
    <VirtualTable
      rows={areas}
      rowHeight={isSheet ? 56 : 28}
      className="bivariate-table"
      label={t.tableHelp}
      about={{
        indicator: `${need.id} ${second.id}`,
        period: `${period} ${secondPeriod}`,
        level: level.id,
      }}
      head={
        <BivariateHead {...{ columns, hasClass }} people={counted && words.label(counted.measure.label)} />
      }
      renderRow={(area, at, isTabStop) => (
        <BivariateRow
          key={area.code}
          {...{ area, at, columns, counted, hasClass, isTabStop }}
          above={above.get(area.code)}
          isHovered={hovered === area.code}
          onOpen={openArea}
        />
      )}
      onEnter={({ code }) => openArea(code)}
      onPointerLeave={() => setHover(null)}
    >
      {total > areas.length && (
        <p className="nothing">{t.bivariate.first(words.number(areas.length, "count", { whole: true }))}</p>
      )}
    </VirtualTable>
  );
}
