// Who stays outside and why: by reason, and village by village.

import type { PlanResult } from "#domain/contract/plan_runs";
import type { PlanQuestion } from "#domain/planning";
import { useWords } from "#client/i18n/words.ts";
import { groupByReason } from "./outside_reasons.ts";
import type { ReasonGroup } from "./outside_reasons.ts";

/** Villages that are listed at once. */
const LISTED = 12;
/** Villages of a reason that are named on paper. */
const NAMED = 8;

export interface OutsideProps {
  readonly plan: PlanResult;
  readonly question: PlanQuestion;
}

export function Outside({ plan, question }: OutsideProps) {
  const { minutes, places, existingPlaces } = question;
  const words = useWords();
  const t = words.t.plan;
  if (plan.outside.length === 0) return null;
  const rest = plan.outside.slice(LISTED);
  const row = ({ code, names, township, people, minutes: way, reason }: PlanResult["outside"][number]) => (
    <tr key={code}>
      <th scope="row">
        {words.text(names)} <small>{words.text(township)}</small>
      </th>
      <td className="is-number">{words.number(people, "count")}</td>
      <td className="is-number">{way === null ? t.noWay : words.number(way, "minutes", { digits: 0 })}</td>
      <td>{t.reasons[reason]}</td>
    </tr>
  );
  return (
    <section className="plan-part" data-testid="plan-outside">
      <h3>{t.outsideHead}</h3>
      <p>
        {t.outsideSum(
          plan.outside.length,
          words.number(plan.far.after, "count"),
          minutes,
          places !== null || existingPlaces,
        )}
      </p>
      <dl className="plan-reasons">
        {groupByReason(plan.outside).map((group) => (
          <Reason key={group.reason} group={group} />
        ))}
      </dl>
      <table className="plan-outside">
        <tbody>{plan.outside.slice(0, LISTED).map(row)}</tbody>
      </table>
      {rest.length > 0 && (
        <details>
          <summary>{t.moreVillages(rest.length)}</summary>
          <table className="plan-outside">
            <tbody>{rest.map(row)}</tbody>
          </table>
        </details>
      )}
    </section>
  );
}

/** A reason with its people; on paper with the villages that have most of them. */
function Reason({ group: { reason, people, villages } }: { readonly group: ReasonGroup }) {
  const words = useWords();
  const t = words.t.plan;
  const count = (value: number): string => words.number(value, "count");
  const named = villages
    .slice(0, NAMED)
    .map(({ names, people: own }) => t.villageWith(words.text(names), count(own)))
    .join(words.t.comma);
  return (
    <div>
      <dt>{t.reasons[reason]}</dt>
      <dd>
        <b>{count(people)}</b> <small>{t.ofVillages(villages.length)}</small>
      </dd>
      <dd className="plan-paper">
        {named}
        {villages.length > NAMED && ` ${t.andMore(villages.length - NAMED)}`}
      </dd>
    </div>
  );
}
