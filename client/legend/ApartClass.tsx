// What stands beside the classes of the legend: areas without a value for a reason, or with an unreliable one.

import { CHANGE_COLOURS } from "#domain/lens_colours";
import type { Missing } from "#domain/missing";
import { openFigureOnKey } from "#client/data/figure_hotkey.ts";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useWords } from "#client/i18n/words.ts";
import { setHoveredClass, toggleChosenClass, useChosenClass } from "#client/model/class_pick.ts";
import type { ClassesQuery } from "#client/model/figure_ref.ts";
import { Swatch } from "#client/ui/swatch.tsx";

export interface ApartClassProps {
  readonly pick: Missing | "unreliable";
  readonly count: number;
  readonly isChange: boolean;
  readonly query: ClassesQuery;
}

export function ApartClass({ pick, count, isChange, query }: ApartClassProps) {
  const words = useWords();
  const { t } = words;
  const { view } = useView();
  const chosen = useChosenClass();
  const of = { kind: "classes", query, pick } as const;
  const [label, explained, swatch] =
    pick !== "unreliable"
      ? [words.missing(pick), undefined, <Swatch key={pick} reason={pick} />]
      : isChange
        ? [
            t.changeMap.uncertain,
            t.changeMap.uncertainWhat,
            <Swatch key={pick} colour={CHANGE_COLOURS[view.theme].unsure} />,
          ]
        : [t.unreliable, t.unreliableWhat, <Swatch key={pick} isHatched />];
  return (
    <span className="missing">
      <button
        type="button"
        aria-pressed={chosen === pick}
        title={explained}
        onPointerEnter={() => setHoveredClass(pick)}
        onPointerLeave={() => setHoveredClass(null)}
        onClick={() => toggleChosenClass(pick)}
        onKeyDown={(event) => openFigureOnKey(event, of)}
      >
        {swatch}
        {label}
      </button>{" "}
      <Figure of={of} isPassed>
        {words.number(count, "count")}
      </Figure>
    </span>
  );
}
