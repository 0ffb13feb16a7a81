// A bar on a track, with a mark where the norm is and a tick where the parent is.

import { useWords } from "#client/i18n/words.ts";
import "./bullet.css";

export interface BulletProps {
  readonly value: number;
  /** Right end of the track. */
  readonly max: number;
  readonly norm?: number | undefined;
  readonly parent?: number | undefined;
  readonly isShort?: boolean;
}

const percent = (value: number, max: number): string =>
  `${max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)).toFixed(2) : 0}%`;

/** Decoration: what it shows stands in words beside it. */
export function Bullet({ value, max, norm, parent, isShort = false }: BulletProps) {
  return (
    <i className="bullet" aria-hidden="true">
      <b className={isShort ? "is-short" : ""} style={{ width: percent(value, max) }} />
      {parent !== undefined && <u style={{ left: percent(parent, max) }} />}
      {norm !== undefined && <s style={{ left: percent(norm, max) }} />}
    </i>
  );
}

/** What the marks of the bars mean. */
export function BulletKey({
  parent,
  hasNorm = false,
}: {
  readonly parent: string | null;
  readonly hasNorm?: boolean;
}) {
  const { t } = useWords();
  if (parent === null && !hasNorm) return null;
  return (
    <p className="bullet-key">
      {hasNorm && (
        <span>
          <i className="bullet is-key" aria-hidden="true">
            <s style={{ left: "50%" }} />
          </i>
          {t.panels.norm}
        </span>
      )}
      {parent !== null && (
        <span>
          <i className="bullet is-key" aria-hidden="true">
            <u style={{ left: "50%" }} />
          </i>
          {parent}
        </span>
      )}
    </p>
  );
}
