// The profile panel of the supply lens: what there is, how far it is, what the norms ask for, how the rest compares.

import { kindOf } from "#domain/column_kind";
import type { Profile } from "#domain/contract/areas";
import { Bullet, BulletKey } from "#client/charts/Bullet.tsx";
import { useWords } from "#client/i18n/words.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { useView } from "#client/data/view_context.ts";
import { Figures } from "#client/lenses/Figures.tsx";
import { indicatorValuesOfLens } from "#client/lenses/indicator_value.ts";
import { Norms } from "./Norms.tsx";
import { ThresholdScale } from "./ThresholdScale.tsx";

export function SupplyPanel({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels;
  const { catalog } = useView();
  const known = indicatorValuesOfLens(profile, catalog, "supply");
  const counts = known.filter(({ indicator }) => kindOf(indicator) === "sum");
  const ruled = known.filter(({ indicator }) => indicator.policyBreaks);
  const others = known.filter(
    ({ indicator }) => kindOf(indicator) !== "sum" && !indicator.norm && !indicator.policyBreaks,
  );
  const parent = profile.area.parents.at(-1);
  const parentName = parent ? words.text(parent.names) : null;
  return (
    <>
      {counts.length > 0 && (
        <section>
          <h3>{t.whatThereIs}</h3>
          <Figures known={counts} />
        </section>
      )}
      {ruled.length > 0 && (
        <section>
          <h3>{t.howFar}</h3>
          {ruled.map((rule) => (
            <ThresholdScale key={rule.indicator.id} known={rule} parent={parentName} />
          ))}
          <BulletKey parent={parentName} />
        </section>
      )}
      <Norms profile={profile} lens="supply" />
      {others.length > 0 && (
        <section>
          <h3>
            {parentName ? t.compared : t.others} <small>{parentName && t.comparedWith(parentName)}</small>
          </h3>
          <ul className="bars is-wide">
            {others.map(({ indicator, entry, value }) => (
              <li key={indicator.id}>
                <span>{words.label(indicator.label)}</span>
                <Bullet
                  value={value}
                  max={indicator.unit === "share" ? 1 : Math.max(value, entry.parentValue ?? 0) * 1.25}
                  parent={entry.parentValue}
                />
                <AreaFigureLink indicator={indicator}>{words.number(value, indicator.unit)}</AreaFigureLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
