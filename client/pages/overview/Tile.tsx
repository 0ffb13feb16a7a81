// A tile of the overview: a title, a first number, a few lines, one problem as a link.

import type { ReactNode } from "react";
import type { Profile } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useWords } from "#client/i18n/words.ts";
import { mapAddress } from "#client/model/location.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { insideLevel, useInsideRows } from "./use_inside.ts";

export interface TileProps {
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}

export const Tile = ({ name, title, children }: TileProps) => (
  <section className="overview-tile overview-card" data-tile={name}>
    <h2>{title}</h2>
    {children}
  </section>
);

export interface BigFigureProps {
  readonly of: FigureRef;
  readonly number: string;
  readonly unit: string;
}

export const BigFigure = ({ of, number, unit }: BigFigureProps) => (
  <p className="overview-big">
    <Figure of={of}>{number}</Figure> <small>{unit}</small>
  </p>
);

export interface WorstLinkProps {
  readonly profile: Profile;
  readonly indicator: CatalogIndicator;
}

/** The area inside that is worst by an indicator; leads to it on the map. */
export function WorstLink({ profile, indicator }: WorstLinkProps) {
  const words = useWords();
  const { catalog } = useView();
  const { values, rows } = useInsideRows(profile, indicator, insideLevel(catalog, profile.area));
  if (values.isLoading) return <p className="overview-go skeleton" aria-hidden="true" />;
  const worst = rows.find(({ range, rank }) => range !== null && rank === 1);
  if (worst?.area.value === undefined) return null;
  const to = mapAddress({
    area: worst.area.code,
    lens: indicator.lens,
    indicator: indicator.id,
    period: profile.period,
    level: null,
    camera: null,
    mode: { kind: "one" },
  });
  return (
    <p className="overview-go">
      <PageLink to={to}>
        {words.t.overview.worst(
          indicator.id,
          words.text(indicator.label),
          worst.name,
          words.number(worst.area.value, indicator.unit),
        )}
        <span aria-hidden="true">{" →"}</span>
      </PageLink>
    </p>
  );
}
