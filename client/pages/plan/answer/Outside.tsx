// Who stays outside and why: by reason, and village by village.

import type { PlanResult } from "#domain/contract/plan_runs";
import type { PlanQuestion } from "#domain/planning";
import { useWords } from "#client/i18n/words.ts";
import { groupByReason } from "./outside_reasons.ts";
import type { ReasonGroup } from "./outside_reasons.ts";

/** Villages of a reason that are listed at once, and named on paper. */
const LISTED = 8;

export interface OutsideProps {
  readonly plan: PlanResult;
  readonly question: PlanQuestion;
}

export function Outside({ plan, question }: OutsideProps) {
  const { minutes, places, existingPlaces } = question;
  const words = useWords();
  const t = words.t.plan;
  if (plan.outside.length === 0) return null;
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
      {groupByReason(plan.outside).map((group) => (
        <Reason key={group.reason} group={group} limit={minutes} />
      ))}
    </section>
  );
}

interface ReasonProps {
  readonly group: ReasonGroup;
  /** Minutes that are still near. */
  readonly limit: number;
}

/** A reason with its people, and its villages: those with most people at once, all when asked; on paper by name. */
function Reason({ group: { reason, people, villages }, limit }: ReasonProps) {
  const words = useWords();
  const t = words.t.plan;
  const count = (value: number): string => words.number(value, "count");
  const [listed, rest] = [villages.slice(0, LISTED), villages.slice(LISTED)];
  const named = listed
    .map(({ names, people: own }) => t.villageWith(words.text(names), count(own)))
    .join(words.t.comma);
  return (
    <div className="plan-reason">
      <h4>
        <span>{t.reasons[reason]}</span>
        <span>
          <b>{count(people)}</b> <small>{t.ofVillages(villages.length)}</small>
        </span>
      </h4>
      <Villages villages={listed} limit={limit} />
      {rest.length > 0 && (
        <details>
          <summary>{t.moreVillages(rest.length)}</summary>
          <Villages villages={rest} limit={limit} />
        </details>
      )}
      <p className="plan-paper">
        {named}
        {rest.length > 0 && ` ${t.andMore(rest.length)}`}
      </p>
    </div>
  );
}

function Villages({ villages, limit }: Pick<ReasonGroup, "villages"> & Pick<ReasonProps, "limit">) {
  const words = useWords();
  const t = words.t.plan;
  // Just over the limit, whole minutes would look like within it.
  const way = (minutes: number): string =>
    words.number(minutes, "minutes", { digits: minutes > limit && minutes < limit + 1 ? 1 : 0 });
  return (
    <table className="plan-outside">
      <tbody>
        {villages.map(({ code, names, township, people, minutes }) => (
          <tr key={code}>
            <th scope="row">
              {words.text(names)} <small>{words.text(township)}</small>
            </th>
            <td className="is-number">{words.number(people, "count")}</td>
            <td className="is-number">{minutes === null ? t.noWay : way(minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
