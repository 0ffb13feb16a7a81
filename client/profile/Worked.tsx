// A number that is worked out from others: a press shows how, and from which.

import type { ReactNode } from "react";
import { Popover } from "../chrome/Popover.tsx";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";

export interface WorkedProps {
  readonly title: string;
  /** The rule, in words. */
  readonly how: string;
  /** What it is worked out from: name and number. */
  readonly from: readonly (readonly [string, string])[];
  readonly children: ReactNode;
  readonly align?: "left" | "right";
}

export function Worked({ title, how, from, children, align = "left" }: WorkedProps) {
  const { t } = useWords();
  const { catalog } = useScreen();
  return (
    <Popover buttonClass="figure" className="provenance" title={t.provenance} label={children} align={align}>
      <div data-autofocus tabIndex={-1}>
        <h3>{title}</h3>
        <p>{how}</p>
        <dl>
          {from.map(([name, number]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <b>{number}</b>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t.release}</dt>
            <dd>{t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? "")}</dd>
          </div>
        </dl>
      </div>
    </Popover>
  );
}
