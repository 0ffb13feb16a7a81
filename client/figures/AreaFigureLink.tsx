// A number of the area whose profile is drawn.

import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import type { Profile } from "#domain/contract/areas";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { Figure } from "./Figure.tsx";

/** The profile that is drawn around a number: its area and period are where the number comes from. */
export const ProfileContext = createContext<Pick<Profile, "area" | "period"> | null>(null);

export interface AreaFigureLinkProps {
  readonly indicator: Pick<CatalogIndicator, "id">;
  readonly children: ReactNode;
}

export function AreaFigureLink({ indicator, children }: AreaFigureLinkProps) {
  const profile = useContext(ProfileContext);
  if (!profile) return children;
  return <Figure of={areaFigureRef(profile.area.code, indicator.id, profile.period)}>{children}</Figure>;
}
