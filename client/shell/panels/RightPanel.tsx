// The card of the open area, or of the areas that were picked.

import { useEffect, useRef } from "react";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { SetCard } from "#client/modes/area_set/SetCard.tsx";
import { FacilityCard } from "#client/profile/facility/FacilityCard.tsx";
import { Profile } from "#client/profile/Profile.tsx";
import { FoldHandle } from "./FoldHandle.tsx";
import "./panels.css";

/** The profile of the open area, or of the areas that were picked. */
export function Details() {
  const { catalog, view } = useView();
  if (view.facility !== null && catalog.things) return <FacilityCard />;
  return view.set && view.card === "set" ? <SetCard codes={view.set} /> : <Profile />;
}

export function RightPanel({ isFolded }: { readonly isFolded: boolean }) {
  const { t } = useWords();
  const { resolved } = useView();
  const scrolled = useRef<HTMLDivElement>(null);
  const code = (resolved.selected ?? resolved.open)?.code;
  // Another area begins at its top.
  useEffect(() => {
    if (code !== undefined) scrolled.current?.scrollTo(0, 0);
  }, [code]);
  return (
    <aside className={isFolded ? "right is-folded" : "right"} aria-label={t.profile}>
      <FoldHandle side="right" isFolded={isFolded} />
      <div ref={scrolled} className="profile card" data-covers-map>
        <Details />
      </div>
    </aside>
  );
}
