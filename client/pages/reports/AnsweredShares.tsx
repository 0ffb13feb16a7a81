// How much of what was due is answered; offices are compared only where enough was due.

import type { Office } from "#domain/contract/reports";
import { MIN_COMPARED } from "#domain/report";
import type { AnsweredShare } from "#domain/report";
import { useWords } from "#client/i18n/words.ts";
import { comparedOffices } from "./compared_offices.ts";

export interface AnsweredSharesProps {
  readonly offices: readonly Office[];
  /** Of all offices. */
  readonly share: AnsweredShare;
}

export function AnsweredShares({ offices, share }: AnsweredSharesProps) {
  const words = useWords();
  const r = words.t.reports;
  const percent = (value: number): string => words.number(value, "share", { digits: 0 });
  const interval = ({ low, high }: AnsweredShare): string =>
    low === null || high === null ? "" : r.interval(percent(low), percent(high));
  const { compared, tooFew } = comparedOffices(offices);
  if (share.due === 0) return <p className="reports-share">{r.noneDue}</p>;
  return (
    <details className="reports-share">
      <summary>
        {r.answeredShare(words.number(share.answered, "count"), words.number(share.due, "count"))}{" "}
        <small>{interval(share)}</small>
      </summary>
      {compared.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{r.office}</th>
              <th className="num">{r.dueHead}</th>
              <th className="num">{r.answeredHead}</th>
              <th className="num">{r.intervalHead}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ id, names, share: own }) => (
              <tr key={id}>
                <td>{words.text(names)}</td>
                <td className="num">{own.due}</td>
                <td className="num">{percent(own.answered / own.due)}</td>
                <td className="num">
                  {percent(own.low!)}–{percent(own.high!)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tooFew.length > 0 && (
        <p>
          {r.tooFew(MIN_COMPARED)} {words.t.join(tooFew.map(({ names }) => words.text(names)))}
        </p>
      )}
    </details>
  );
}
