// The square of the nine classes of two indicators: each cell counts its areas and picks its class. One stop of Tab.

import type { CatalogLevel } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import { BIVARIATE_COLOURS, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import { luminance } from "#domain/colour";
import { useRoving } from "#client/charts/use_roving.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import type { ClassPick } from "#client/model/fill.ts";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import { useScreen } from "#client/data/screen.ts";
import { pickOfClass } from "#client/model/bivariate_fill.ts";
import { useBivariateName } from "./class_name.ts";

export interface BivariateSquareProps {
  readonly answer: PairsResponse;
  /** Terciles of the need, the highest first. */
  readonly rows: readonly BivariateClass["need"][];
  /** Terciles of the second indicator, the lowest first. */
  readonly columns: readonly BivariateClass["other"][];
  readonly level: CatalogLevel;
  onHover(pick: ClassPick | null): void;
}

export function BivariateSquare({ answer, rows, columns, level, onHover }: BivariateSquareProps) {
  const words = useWords();
  const { t } = words;
  const { view, change } = useScreen();
  const nameOf = useBivariateName();
  const colours = BIVARIATE_COLOURS[view.theme];
  const cells = rows.flatMap((need, row) =>
    columns.map((other, column) => {
      const pairClass: BivariateClass = { need, other };
      const at = bivariateIndex(pairClass);
      return { pairClass, at, key: String(at), row: rows.length - row, column };
    }),
  );
  const topRight = cells[columns.length - 1]!;
  const roving = useRoving(cells, String(view.pairClass ?? topRight.at));
  return (
    <fieldset
      className="bivariate-square"
      style={{ ["--rows" as string]: rows.length, ["--columns" as string]: columns.length }}
      aria-label={t.bivariate.square}
    >
      {cells.map(({ pairClass, at, key }, i) => {
        const { onFocus, onKeyDown, ...attributes } = roving(i);
        const areas = words.areas(level, answer.counts[at]!);
        return (
          <button
            key={key}
            {...attributes}
            type="button"
            className="bivariate-cell"
            data-class={at}
            aria-pressed={view.pairClass === at}
            aria-label={t.bivariate.cell(capitalise(nameOf(pairClass)), areas)}
            title={capitalise(nameOf(pairClass))}
            style={{ background: colours[at], color: luminance(colours[at]!) > 0.18 ? "#000" : "#fff" }}
            onPointerEnter={() => onHover(pickOfClass(answer, at))}
            onPointerLeave={() => onHover(null)}
            onFocus={() => {
              onFocus();
              onHover(pickOfClass(answer, at));
            }}
            onBlur={() => onHover(null)}
            onClick={() => change({ pairClass: view.pairClass === at ? null : at })}
            onKeyDown={(event) => {
              onKeyDown(event);
              openFigureOnKey(event, { kind: "pair", at });
            }}
          >
            {words.number(answer.counts[at]!, "count", { whole: true })}
          </button>
        );
      })}
    </fieldset>
  );
}
