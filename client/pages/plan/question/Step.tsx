// One of the questions that a planner answers, numbered.

import type { ReactNode } from "react";

export interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

export function Step({ number, title, children }: StepProps) {
  return (
    <section className="plan-step">
      <h3>
        <span>{number}</span> {title}
      </h3>
      {children}
    </section>
  );
}
