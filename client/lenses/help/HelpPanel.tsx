// The profile panel of the help lens: where the money is, whom the help reaches, what is overdue.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { Figures } from "#client/lenses/Figures.tsx";
import { indicatorValuesOfLens } from "#client/lenses/indicator_value.ts";
import { Money } from "./Money.tsx";
import { Coverage } from "./Coverage.tsx";

export function HelpPanel({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { catalog } = useView();
  const late = indicatorValuesOfLens(profile, catalog, "help").filter(
    ({ indicator }) => indicator.polarity === "higher-is-worse",
  );
  return (
    <>
      <Money profile={profile} />
      <Coverage profile={profile} />
      {late.length > 0 && (
        <section>
          <h3>{words.t.panels.late}</h3>
          <Figures known={late} />
        </section>
      )}
    </>
  );
}
