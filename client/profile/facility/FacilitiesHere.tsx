// The facilities of a village or a township: a list from which each can be opened without the map.

import type { AreaDetail } from "#domain/contract/areas";
import { facilityKind, isOverfull } from "#domain/facilities";
import { useFacilitiesIn } from "#client/data/use_facility.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { FacilitySymbol } from "./FacilitySymbol.tsx";
import "./facility.css";

const LISTED = 60;

export function FacilitiesHere({ area }: { readonly area: AreaDetail }) {
  const words = useWords();
  const { t } = words;
  const { catalog, change } = useView();
  const levels = catalog.levels.map(({ id }) => id);
  const isSmall = levels.indexOf(area.level) >= levels.length - 2;
  const { data } = useFacilitiesIn(isSmall ? area.code : null, LISTED);
  if (!data || data.facilities.length === 0) return null;
  const { facilities, total, period } = data;
  return (
    <section>
      <h3>
        {t.things.here} <small>{t.join([String(total), period])}</small>
      </h3>
      <ul className="facility-list">
        {facilities.map(({ code, kind, names, figures }) => {
          const row = facilityKind(kind);
          const served = row?.served ? figures[row.served] : null;
          return (
            <li key={code} data-facility={code}>
              <button type="button" onClick={() => change({ facility: code })}>
                <FacilitySymbol kind={kind} /> {words.text(names)}
              </button>
              {typeof served === "number" && (
                <b className={row && isOverfull(row, figures) ? "bad" : ""}>
                  {words.number(served, "pupils", { whole: true })}
                </b>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
