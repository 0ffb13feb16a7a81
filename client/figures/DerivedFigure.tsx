// A number that is worked out from others: a press shows how, and from which.

import type { ReactNode } from "react";
import { Figure } from "./Figure.tsx";
import type { Asked } from "#client/model/figure_ref.ts";

export interface WorkedProps extends Omit<Extract<Asked, { kind: "worked" }>, "kind"> {
  readonly children: ReactNode;
}

export const Worked = ({ children, ...worked }: WorkedProps) => (
  <Figure of={{ kind: "worked", ...worked }}>{children}</Figure>
);
