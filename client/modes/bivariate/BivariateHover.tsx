// What the hover card says of an area when two indicators are shown: its class in words, and both values.

import { PAIR_COLOURS, pairIndex } from "#domain/bivariate";
import type { PairClass } from "#domain/bivariate";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { useBivariateName } from "./class_name.ts";
import { areSameColumns, useBivariateAreas, useBivariateClasses } from "./use_bivariate.ts";
import "./bivariate.css";

export function BivariateHover({ code }: { readonly code: string }) {
  const words = useWords();
  const { view } = useView();
  const nameOf = useBivariateName();
  const classes = useBivariateClasses().shown;
  const { state, columns, areaOf } = useBivariateAreas();
  const area = areaOf.get(code);
  const isNamed = areSameColumns(classes?.question.query, state.shown?.question.query);
  if (!area || !columns) return null;
  const areaClass = { need: area.needRung, other: area.otherRung } as PairClass;
  return (
    <>
      {isNamed && (
        <p>
          <Swatch colour={PAIR_COLOURS[view.theme][pairIndex(areaClass)]!} />
          <span>{nameOf(areaClass)}</span>
        </p>
      )}
      {[
        { of: columns.need, figure: area.need },
        { of: columns.second, figure: area.other },
      ].map(({ of, figure }) => (
        <p key={of.id}>
          <strong>{figure.value !== undefined && words.number(figure.value, of.unit)}</strong>
          <span>{of.symbol ?? words.text(of.label)}</span>
        </p>
      ))}
    </>
  );
}
