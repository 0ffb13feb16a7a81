// What the hover card says of an area when two indicators are shown: its class in words, and both values.

import { BIVARIATE_COLOURS, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import { useView } from "#client/data/view_context.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
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
  const areaClass = { need: area.needRung, other: area.otherRung } as BivariateClass;
  return (
    <>
      {isNamed && (
        <p>
          <Swatch colour={BIVARIATE_COLOURS[view.theme][bivariateIndex(areaClass)]!} />
          <span>{capitalise(nameOf(areaClass))}</span>
        </p>
      )}
      {[
        { of: columns.need, figure: area.need },
        { of: columns.second, figure: area.other },
      ].map(({ of, figure }) => (
        <p key={of.id}>
          <strong>{figure.value !== undefined && words.number(figure.value, of.unit)}</strong>
          <span>{words.shortTitle(of)}</span>
        </p>
      ))}
    </>
  );
}
