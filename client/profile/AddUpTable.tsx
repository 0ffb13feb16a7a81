// Every area inside with its sums, and under them what they add up to beside what the area itself shows.

import { useMemo } from "react";
import type { AreaDetail } from "#domain/contract/areas";
import type { CatalogIndicator, CatalogLevel } from "#domain/contract/catalog";
import type { ParentTable } from "#domain/contract/fields";
import type { AreaValue } from "#domain/contract/values";
import type { Term } from "#domain/indicator";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { termInWords } from "#client/figures/terms.ts";
import { useNamesAbove } from "#client/figures/use_names_above.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { closeFigure } from "#client/model/figure_ref.ts";
import { parentNamesOf } from "#client/model/parent_names.ts";
import { useNarrow } from "#client/ui/media.ts";
import { VirtualTable, rowAttributes } from "#client/ui/VirtualTable.tsx";
import type { AddedUp, AreaSums } from "./add_up.ts";

/** Heights of a row in pixels: with a mouse, with a thumb. */
const ROW_PX = { wide: 26, narrow: 44 } as const;

export interface AddUpTableProps {
  readonly area: AreaDetail;
  readonly indicator: CatalogIndicator;
  /** What the area itself shows. */
  readonly stated: AreaSums;
  readonly level: CatalogLevel;
  readonly areas: readonly AreaValue[];
  readonly parents: ParentTable;
  /** Null until the areas are there. */
  readonly sums: AddedUp | null;
}

export function AddUpTable({ area, indicator, level, areas, parents, stated, sums }: AddUpTableProps) {
  const words = useWords();
  const { t, text } = words;
  const openArea = useOpen();
  const isNarrow = useNarrow();
  const placed = useMemo(
    () => areas.map((part) => ({ ...part, parentNames: parentNamesOf(parents, part.parent) })),
    [areas, parents],
  );
  const above = useNamesAbove(placed);
  const isRatio = stated.denominator !== null;
  const open = (code: string): void => {
    closeFigure();
    openArea(code);
  };
  const cells = { indicator, isRatio };
  return (
    <VirtualTable
      rows={areas}
      rowHeight={isNarrow ? ROW_PX.narrow : ROW_PX.wide}
      label={t.panels.addUp}
      head={<AddUpHead level={level} {...cells} />}
      renderRow={(part, at, isTabStop) => (
        <tr key={part.code} {...rowAttributes(at, isTabStop)} onClick={() => open(part.code)}>
          <th scope="row">
            <span className="link">
              <AreaName name={text(part.names)} above={above.get(part.code)} />
            </span>{" "}
            <small>{part.code}</small>
          </th>
          <PartCells part={part} {...cells} />
        </tr>
      )}
      onEnter={({ code }) => open(code)}
      foot={
        sums
          ? [
              <SumRow
                key="sum"
                name={t.panels.addedUp(words.areas(level, sums.counted))}
                sums={sums}
                {...cells}
              />,
              <SumRow key="own" name={t.panels.shownFor(text(area.names))} sums={stated} {...cells} />,
            ]
          : undefined
      }
    />
  );
}

interface CellsProps {
  readonly indicator: CatalogIndicator;
  /** Whether the figure has a denominator. */
  readonly isRatio: boolean;
}

function AddUpHead({ indicator, isRatio, level }: CellsProps & Pick<AddUpTableProps, "level">) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const termHead = (term: Term, long: string): string =>
    Object.keys(term).length > 1 ? long : capitalise(termInWords(term, catalog.measures, words));
  return (
    <>
      <th scope="col">{words.label(level.label)}</th>
      <th scope="col" className="num">
        {termHead(indicator.numerator, t.numerator)}
      </th>
      {indicator.denominator && (
        <th scope="col" className="num">
          {termHead(indicator.denominator, t.denominator)}
        </th>
      )}
      {isRatio && (
        <th scope="col" className="num">
          {words.shortTitle(indicator)}
        </th>
      )}
    </>
  );
}

/** The sums and the value of an area; why there are none where they are missing. */
function PartCells({ part, indicator, isRatio }: CellsProps & { readonly part: AreaValue }) {
  const words = useWords();
  const { numerator, denominator, value, missing } = part;
  const whole = (sum: number): string => words.number(sum, "count", { whole: true });
  if (numerator === undefined)
    return (
      <td colSpan={isRatio ? 3 : 1} className="num dim">
        {missing && words.missing(missing)}
      </td>
    );
  return (
    <>
      <td className="num">{whole(numerator)}</td>
      {isRatio && <td className="num">{whole(denominator ?? 0)}</td>}
      {isRatio && (
        <td className="num">
          {value === undefined ? missing && words.missing(missing) : words.number(value, indicator.unit)}
        </td>
      )}
    </>
  );
}

interface SumRowProps extends CellsProps {
  readonly name: string;
  readonly sums: AreaSums;
}

/** A row under the others: sums and their quotient. */
function SumRow({ name, sums: { numerator, denominator }, indicator, isRatio }: SumRowProps) {
  const words = useWords();
  const whole = (sum: number): string => words.number(sum, "count", { whole: true });
  const value = denominator === 0 ? "–" : words.number(numerator / (denominator ?? 1), indicator.unit);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{whole(numerator)}</td>
      {isRatio && <td className="num">{whole(denominator ?? 0)}</td>}
      {isRatio && <td className="num">{value}</td>}
    </tr>
  );
}
