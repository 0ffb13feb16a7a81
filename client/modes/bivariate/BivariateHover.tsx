// What the hover card says of an area when two indicators are shown: its class in words, and both values.

import type { PairArea } from "#domain/contract/bivariate";
import { BIVARIATE_COLOURS, bivariateIndex } from "#domain/bivariate";
import type { BivariateClass } from "#domain/bivariate";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { Swatch } from "#client/ui/swatch.tsx";
import { useScreen } from "#client/data/screen.ts";
import { useBivariateName } from "./class_name.ts";
import "./bivariate.css";

export function BivariateHover({ area }: { readonly area: PairArea }) {
  const words = useWords();
  const { resolved, view } = useScreen();
  const nameOf = useBivariateName();
  const one = { need: area.needRung, other: area.otherRung } as BivariateClass;
  const { indicator, pair } = resolved;
  if (!indicator || !pair) return null;
  return (
    <>
      <p>
        <Swatch colour={BIVARIATE_COLOURS[view.theme][bivariateIndex(one)]!} />
        <span>{capitalise(nameOf(one))}</span>
      </p>
      {[
        { of: indicator, figure: area.need },
        { of: pair.other, figure: area.other },
      ].map(({ of, figure }) => (
        <p key={of.id}>
          <strong>{figure.value !== undefined && words.number(figure.value, of.unit)}</strong>
          <span>{words.shortTitle(of)}</span>
        </p>
      ))}
    </>
  );
}
