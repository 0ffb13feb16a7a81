// What makes up the index: one bar for each deprivation.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "../i18n/words.ts";
import { causesOf, entryOf } from "../lenses/facts.ts";
import { useScreen } from "../screen.ts";
import { Provenance } from "./Provenance.tsx";

export function Causes({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useScreen();
  const causes = causesOf(profile, catalog, "mpi", words);
  if (causes.length === 0) return null;
  const largest = Math.max(...causes.map(({ share }) => share));
  return (
    <section>
      <h3>
        {t.why} <small>{t.whySub}</small>
      </h3>
      <ul className="causes">
        {causes.map(({ indicator: id, label, share }) => {
          const indicator = catalog.indicators.find((known) => known.id === id);
          const entry = entryOf(profile, id);
          if (!indicator || !entry) return null;
          return (
            <li key={id}>
              <span>{label}</span>
              <i>
                <b style={{ width: `${largest > 0 ? (share / largest) * 100 : 0}%` }} />
              </i>
              <Provenance entry={entry} indicator={indicator} align="right">
                {words.number(share, "share", { digits: 0 })}
              </Provenance>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
