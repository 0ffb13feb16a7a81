// The norms of a kind of facility, each kept, broken, or not known.

import { breaksNorm, normValue, type FacilityFigures, type FacilityKind } from "#domain/facilities";
import { useWords } from "#client/i18n/words.ts";

export function Norms({ kind, figures }: { readonly kind: FacilityKind; readonly figures: FacilityFigures }) {
  const words = useWords();
  const { t } = words;
  if (kind.norms.length === 0) return null;
  return (
    <section>
      <h3>{t.things.norms}</h3>
      <ul className="facility-norms">
        {kind.norms.map((norm) => {
          const isBroken = breaksNorm(norm, figures);
          const value = normValue(norm, figures);
          const state = isBroken === null ? "unknown" : isBroken ? "broken" : "kept";
          return (
            <li key={norm.id} data-norm={norm.id} data-state={state}>
              <span
                className={state === "broken" ? "bad" : state === "kept" ? "good" : ""}
                aria-hidden="true"
              >
                {state === "broken" ? "▲" : state === "kept" ? "●" : "○"}
              </span>
              <span>
                {words.label(norm.label)}
                <small>{words.text(norm.source)}</small>
              </span>
              <b>
                {value === null ? t.things.unknown : words.number(value, norm.unit)}
                <span className="visually-hidden">{t.things.normState[state]}</span>
              </b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
