// The square of the nine classes of two indicators: each cell counts its areas and picks its class. One stop of Tab.

import type { CatalogLevel } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import { BIVARIATE_COLOURS, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import { luminance } from "#domain/colour";
import { useRoving } from "#client/charts/use_roving.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { setHoveredClass } from "#client/model/class_pick.ts";
import { pickOfClass } from "#client/model/bivariate_fill.ts";
import { useBivariateName } from "./class_name.ts";
import { useChangeBivariate } from "./use_bivariate.ts";

export interface BivariateSquareProps {
  readonly answer: PairsResponse;
  /** Terciles of the need, the highest first. */
  readonly rows: readonly BivariateClass["need"][];
  /** Terciles of the second indicator, the lowest first. */
  readonly columns: readonly BivariateClass["other"][];
  readonly level: CatalogLevel;
}

export function BivariateSquare({ answer, rows, columns, level }: BivariateSquareProps) {
  const words = useWords();
  const { t } = words;
  const { view } = useView();
  const picked = useMode("bivariate")?.class ?? null;
  const changeMode = useChangeBivariate();
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
  const roving = useRoving(cells, String(picked ?? topRight.at));
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
            aria-pressed={picked === at}
            aria-label={t.bivariate.cell(capitalise(nameOf(pairClass)), areas)}
            title={capitalise(nameOf(pairClass))}
            style={{ background: colours[at], color: luminance(colours[at]!) > 0.18 ? "#000" : "#fff" }}
            onPointerEnter={() => setHoveredClass(pickOfClass(answer, at))}
            onPointerLeave={() => setHoveredClass(null)}
            onFocus={() => {
              onFocus();
              setHoveredClass(pickOfClass(answer, at));
            }}
            onBlur={() => setHoveredClass(null)}
            onClick={() => changeMode({ class: picked === at ? null : at })}
            onKeyDown={(event) => {
              onKeyDown(event);
              openFigureOnKey(event, { kind: "mode", mode: "bivariate", at });
            }}
          >
            {words.number(answer.counts[at]!, "count", { whole: true })}
          </button>
        );
      })}
    </fieldset>
  );
}
