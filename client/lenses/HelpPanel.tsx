// The profile panel of the help lens: where the money is, whom the help reaches, what is overdue.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "../i18n/words.ts";
import { Provenance } from "../profile/Provenance.tsx";
import { useScreen } from "../screen.ts";
import { knownOfLens } from "./known.ts";
import { Money } from "./Money.tsx";
import { Reach } from "./Reach.tsx";

export function HelpPanel({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { catalog } = useScreen();
  const late = knownOfLens(profile, catalog, "help").filter(
    ({ indicator }) => indicator.polarity === "higher-is-worse",
  );
  return (
    <>
      <Money profile={profile} />
      <Reach profile={profile} />
      {late.length > 0 && (
        <section>
          <h3>{words.t.panels.late}</h3>
          <ul className="trio is-fit">
            {late.map(({ indicator, entry, value }, at) => (
              <li key={indicator.id}>
                <Provenance entry={entry} indicator={indicator} align={at % 3 === 2 ? "right" : "left"}>
                  {words.number(value, indicator.unit)}
                </Provenance>
                <small>{words.text(indicator.label)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
