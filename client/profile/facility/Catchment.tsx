// The villages whose people go to a facility, the one that sends most first.

import { useState } from "react";
import type { Facility } from "#domain/contract/things";
import { facilityKind } from "#domain/facilities";
import { useOpen } from "#client/data/use_navigation.ts";
import { useWords } from "#client/i18n/words.ts";
import { setHover } from "#client/model/hover.ts";

const LISTED = 8;

export function Catchment({ facility }: { readonly facility: Facility }) {
  const words = useWords();
  const { t } = words;
  const openArea = useOpen();
  const [isLong, setLong] = useState(false);
  const { catchment } = facility;
  if (facilityKind(facility.kind)?.served === null) return null;
  if (catchment === null || catchment.length === 0) return <p className="nothing">{t.things.noCatchment}</p>;
  const sum = catchment.reduce((total, { count }) => total + count, 0);
  const listed = isLong ? catchment : catchment.slice(0, LISTED);
  return (
    <section>
      <h3>
        {t.things.catchment}{" "}
        <small>{t.things.catchmentSum(catchment.length, words.number(sum, "pupils", { whole: true }))}</small>
      </h3>
      <ul className="facility-list">
        {listed.map(({ code, names, count }) => (
          <li key={code} data-code={code}>
            <button
              type="button"
              onClick={() => openArea(code)}
              onPointerEnter={() =>
                setHover({ code, name: words.text(names), from: "table", point: null, box: null })
              }
              onPointerLeave={() => setHover(null)}
            >
              {words.text(names)}
            </button>
            <b>{words.number(count, "pupils", { whole: true })}</b>
          </li>
        ))}
      </ul>
      {catchment.length > LISTED && (
        <button type="button" className="button" onClick={() => setLong(!isLong)}>
          {isLong ? t.things.fewer : t.things.more(catchment.length - LISTED)}
        </button>
      )}
    </section>
  );
}
