// The profile panel of the help lens: where the money is, whom the help reaches, what is overdue.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import { Figures } from "./Figures.tsx";
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
          <Figures known={late} />
        </section>
      )}
    </>
  );
}
