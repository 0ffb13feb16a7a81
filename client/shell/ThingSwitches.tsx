// Which layers of facilities and roads are on the map.

import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { THING_SWITCHES } from "#client/map/things/layers.ts";
import { FacilitySymbol } from "#client/profile/facility/FacilitySymbol.tsx";
import "./thing_switches.css";

export function ThingSwitches() {
  const { t } = useWords();
  const { catalog, view, change } = useView();
  const { things } = catalog;
  if (!things) return null;
  const there = new Set(things.kinds.map(({ id }) => id));
  const shown = THING_SWITCHES.filter(({ kinds }) =>
    kinds === null ? things.roadClasses.length > 0 : kinds.some((kind) => there.has(kind)),
  );
  const toggle = (id: string): void => {
    const off = view.off.includes(id) ? view.off.filter((own) => own !== id) : [...view.off, id].sort();
    change({ off }, "replace");
  };
  return (
    <fieldset className="thing-switches">
      <legend>{t.things.layers}</legend>
      {shown.map(({ id, kinds }) => (
        <label key={id}>
          <input type="checkbox" checked={!view.off.includes(id)} onChange={() => toggle(id)} />
          {kinds === null ? (
            <svg className="facility-symbol" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d="M1 11 5 6l4 2 4-6" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          ) : (
            <FacilitySymbol kind={kinds.find((kind) => there.has(kind)) ?? kinds[0]!} />
          )}
          {t.things.layer[id]}
        </label>
      ))}
    </fieldset>
  );
}
