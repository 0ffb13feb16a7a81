// An area in the list of areas with two values: its class as a colour, both values, people, the class in words.

import { BIVARIATE_COLOURS, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import type { PairArea } from "#domain/contract/bivariate";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { Figure } from "#client/figures/Figure.tsx";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { setHover } from "#client/model/hover.ts";
import type { PeopleInNeed } from "#client/model/people_in_need.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { rowAttributes } from "#client/ui/VirtualTable.tsx";
import { useBivariateName } from "./class_name.ts";
import type { BivariateColumns } from "./use_bivariate.ts";

export interface BivariateRowProps {
  readonly area: PairArea;
  readonly at: number;
  readonly columns: BivariateColumns;
  /** The people in need that the row shows; null where it shows none. */
  readonly counted: PeopleInNeed | null;
  /** Whether the row names its class. */
  readonly hasClass: boolean;
  /** What tells the area apart from others of the same name. */
  readonly above: readonly string[] | undefined;
  readonly isHovered: boolean;
  readonly isTabStop: boolean;
  onOpen(code: string): void;
}

export function BivariateRow(props: BivariateRowProps) {
  const { area, at, columns, counted, hasClass, above, isHovered, isTabStop, onOpen } = props;
  const words = useWords();
  const { view } = useView();
  const nameOf = useBivariateName();
  const shortOf = useBivariateName(true);
  const { need, period, second, secondPeriod } = columns;
  const { code, people } = area;
  const name = words.text(area.names);
  const areaClass = { need: area.needRung, other: area.otherRung } as BivariateClass;
  const pointAtArea = (): void => setHover({ code, name, from: "table", point: null, box: null });
  const figure = ({ value }: PairArea["need"], of: CatalogIndicator, at: string) =>
    value !== undefined && (
      <Figure of={{ kind: "area", code, shown: [{ indicator: of.id, period: at }] }} isPassed>
        {words.number(value, of.unit)}
      </Figure>
    );
  return (
    <tr
      {...rowAttributes(at, isTabStop)}
      data-code={code}
      className={isHovered ? "is-hovered" : ""}
      onPointerEnter={pointAtArea}
      onFocus={pointAtArea}
      onClick={() => onOpen(code)}
    >
      <td className="num rank">{at + 1}</td>
      <th scope="row">
        <Swatch colour={BIVARIATE_COLOURS[view.theme][bivariateIndex(areaClass)]!} />
        <AreaName name={name} above={above} />
      </th>
      <td className="num">{figure(area.need, need, period)}</td>
      <td className="num">{figure(area.other, second, secondPeriod)}</td>
      {counted && (
        <td className="num people">
          {people !== undefined && (
            <Figure of={areaFigureRef(code, counted.indicator.id, period)} isPassed>
              {words.number(people, "count", { whole: true })}
            </Figure>
          )}
        </td>
      )}
      {hasClass && (
        <td className="dim class-name" title={capitalise(nameOf(areaClass))}>
          {capitalise(shortOf(areaClass))}
        </td>
      )}
    </tr>
  );
}
