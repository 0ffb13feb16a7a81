// A number that is computed from others: a press shows how, and from which.

import type { ReactNode } from "react";
import { Figure } from "./Figure.tsx";
import type { FigureRef } from "#client/model/figure_ref.ts";

export interface DerivedFigureProps extends Omit<Extract<FigureRef, { kind: "derived" }>, "kind"> {
  readonly children: ReactNode;
}

export const DerivedFigure = ({ children, ...derivation }: DerivedFigureProps) => (
  <Figure of={{ kind: "derived", ...derivation }}>{children}</Figure>
);
