// How unequal incomes are: the Gini coefficient and the Lorenz curve, where the records of all villages are there.

import { useState } from "react";
import type { Profile } from "#domain/contract/areas";
import { Lorenz } from "#client/charts/Lorenz.tsx";
import { lorenzPoints, nearestPoint } from "#client/charts/lorenz.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { useView } from "#client/data/view_context.ts";
import { indicatorValueOf } from "#client/lenses/indicator_value.ts";

export function Inequality({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const t = words.t.panels.lorenz;
  const { catalog } = useView();
  const [people, setPeople] = useState(0.2);
  if (!catalog.indicators.some(({ id, periods }) => id === "gini" && periods.length > 0)) return null;
  const gini = indicatorValueOf(profile, catalog, "gini");
  const points = lorenzPoints(profile.measures);
  const name = words.text(profile.area.names);
  const read = nearestPoint(points, people);
  const share = words.number(read?.people ?? 0, "share", { digits: 0 });
  const shareRef = (share: number): FigureRef => {
    const percent = words.number(share, "share", { digits: 0 });
    return {
      kind: "derived",
      title: t.shareOf(percent),
      how: t.how,
      from: [
        [t.incomeOf(percent), fen(`lorenz_${Math.round(share * 100)}_fen`)],
        [t.incomeOfAll, fen("lorenz_income_fen")],
        ...(gini
          ? [
              [
                words.title(gini.indicator),
                words.number(gini.value, gini.indicator.unit),
                areaFigureRef(profile.area.code, gini.indicator.id, profile.period),
              ] as const,
            ]
          : []),
      ],
    };
  };
  const fen = (id: string): string => words.number(profile.measures[id] ?? 0, "yuan");
  return (
    <section>
      <h3>
        {t.title}{" "}
        {gini && (
          <small>
            {t.gini}{" "}
            <AreaFigureLink indicator={gini.indicator}>
              {words.number(gini.value, gini.indicator.unit)}
            </AreaFigureLink>
          </small>
        )}
      </h3>
      {read === null ? (
        <p className="panel-note">{t.none(name)}</p>
      ) : (
        <Lorenz
          title={t.curveOf(name, profile.period)}
          points={points}
          read={read}
          onRead={setPeople}
          of={shareRef}
        >
          {t.sentenceStart(share)}
          <Figure of={shareRef(read.people)}>{words.number(read.income, "share")}</Figure>
          {t.sentenceEnd}
        </Lorenz>
      )}
    </section>
  );
}
