// Two departments that state different numbers: who says what and when, which one is used, and by which rule.

import type { ContestedClaim } from "#domain/contract/areas";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import { Line, useSourceName, useTermNumber } from "./lines.tsx";

export function Claims({ claims }: { readonly claims: readonly ContestedClaim[] }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useScreen();
  const sourceName = useSourceName();
  const write = useTermNumber();
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  return claims.map((claim) => {
    const label = catalog.measures.find(({ id }) => id === claim.measure)?.label ?? { en: claim.measure };
    const count = (value: number): string => write(value, { [claim.measure]: 1 });
    return (
      <div key={`${claim.measure} ${claim.fileName}`} className="contested is-long">
        <dt>{t.panels.contested}</dt>
        <dd>
          <p>{t.figure.contestedIn(text(label), words.areas(lowest, claim.areas))}</p>
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
          <p>{t.figure.contestedRule}</p>
        </dd>
      </div>
    );
  });
}
