// A number of the area whose profile is shown.

import type { ReactNode } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import { useScreen } from "#client/data/screen.ts";
import { Figure } from "./Figure.tsx";

export interface AreaFigureLinkProps {
  readonly indicator: Pick<CatalogIndicator, "id">;
  readonly children: ReactNode;
}

export function AreaFigureLink({ indicator, children }: AreaFigureLinkProps) {
  const { profile } = useScreen();
  if (!profile.shown) return children;
  const { area, period } = profile.shown.answer;
  return (
    <Figure of={{ kind: "area", code: area.code, shown: [{ indicator: indicator.id, period }] }}>
      {children}
    </Figure>
  );
}
