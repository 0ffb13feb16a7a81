// The other usual comparison of a change, one press away: with the first period, or with the one before.

import { useWords } from "#client/i18n/words.ts";

export interface SinceShortcutProps {
  /** Periods in which the indicator has values, in order. */
  readonly withData: readonly string[];
  readonly since: string;
  /** The shown period. */
  readonly period: string;
  onChoose(since: string): void;
}

/** Nothing where there is one earlier period only. */
export function SinceShortcut({ withData, since, period, onChoose }: SinceShortcutProps) {
  const { t } = useWords();
  const [first] = withData;
  const other = since === first ? withData[withData.indexOf(period) - 1] : first;
  if (other === undefined || other === since) return null;
  return (
    <button type="button" className="link since-shortcut" onClick={() => onChoose(other)}>
      {t.changeMap.sinceShortcut(other)}
    </button>
  );
}
