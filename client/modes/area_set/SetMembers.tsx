// The areas of a hand-picked set, each to be opened or taken out.

import { useMemo } from "react";
import type { SetResponse } from "#domain/contract/sets";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaName } from "#client/figures/AreaName.tsx";
import { useNamesAbove } from "#client/figures/use_names_above.ts";
import { useWords } from "#client/i18n/words.ts";
import { takeOut } from "#client/model/basket.ts";
import { setHover } from "#client/model/hover.ts";
import { parentNamesOf } from "#client/model/parent_names.ts";
import { Icon } from "#client/ui/Icon.tsx";

/** Names listed; the others are in the number. */
const LISTED = 60;

export function SetMembers({ answer }: { readonly answer: SetResponse }) {
  const { t, text } = useWords();
  const { view, change } = useView();
  const openArea = useOpen();
  const members = useMemo(
    () => answer.areas.map((area) => ({ ...area, parentNames: parentNamesOf(answer.parents, area.parent) })),
    [answer],
  );
  const above = useNamesAbove(members);
  return (
    <section>
      <h3>{t.set.members}</h3>
      <ul className="set-members">
        {answer.areas.slice(0, LISTED).map(({ code, names }) => (
          <li key={code}>
            <button
              type="button"
              className="link"
              onClick={() => openArea(code)}
              onPointerEnter={() =>
                setHover({ code, name: text(names), from: "table", point: null, box: null })
              }
              onPointerLeave={() => setHover(null)}
            >
              <AreaName name={text(names)} above={above.get(code)} />
            </button>
            <button
              type="button"
              className="button is-square"
              aria-label={t.set.remove(text(names))}
              onClick={() => change(takeOut(view, code))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {answer.areas.length > LISTED && <p className="nothing">{t.set.more(answer.areas.length - LISTED)}</p>}
    </section>
  );
}
