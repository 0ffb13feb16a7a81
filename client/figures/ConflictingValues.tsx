// Two departments that state different numbers: who says what and when, which one is used, and by which rule.

import type { AreaDetail, ConflictingClaim } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { ConflictAreas } from "./ConflictAreas.tsx";
import { Line, useSourceName, useTermNumber } from "./definition_rows.tsx";

export interface ConflictingValuesProps {
  readonly claims: readonly ConflictingClaim[];
  /** The area that they are about. */
  readonly area: AreaDetail;
  readonly indicator: string;
  readonly period: string;
}

export function ConflictingValues({ claims, area, indicator, period }: ConflictingValuesProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const sourceName = useSourceName();
  const write = useTermNumber();
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  return claims.map((claim) => {
    const label = catalog.measures.find(({ id }) => id === claim.measure)?.label ?? { en: claim.measure };
    const count = (value: number): string => write(value, { [claim.measure]: 1 });
    return (
      <div key={`${claim.measure} ${claim.fileName}`} className="conflict is-long">
        <dt>{t.panels.conflicts}</dt>
        <dd>
          <p>{t.figure.conflictIn(words.label(label), words.areas(lowest, claim.areas))}</p>
          <dl>
            {claim.usedFrom.map((source) => (
              <Line key={source.fileName} name={sourceName(source)}>
                <b>{count(claim.used)}</b> <span>{t.figure.isUsed}</span>
              </Line>
            ))}
            <Line name={sourceName(claim)}>
              <b>{count(claim.stated)}</b> <span>{t.figure.isNotUsed}</span>
            </Line>
          </dl>
          <p>{t.figure.conflictRule}</p>
          {area.childLevel !== null && (
            <ConflictAreas claim={claim} area={area} indicator={indicator} period={period} />
          )}
        </dd>
      </div>
    );
  });
}
