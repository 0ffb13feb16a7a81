// Tables of a plan: its sites with what they bring and why, other plans, townships.

import type { PlanResult, PlanRun, PlanSite } from "#domain/contract/plan_runs";
import type { Situation } from "#domain/contract/situation";
import type { PlanQuestion } from "#domain/planning";
import { useWords } from "#client/i18n/words.ts";
import type { SitePlace } from "#client/pages/plan/draft.ts";

/** Townships that are listed at once, those behind first. */
const TOWNSHIPS = 30;

/** Sites that fit a printed page; plan_print.css leaves the others out. */
const ON_PAPER = 20;

export interface SiteTableProps {
  readonly plan: PlanResult;
  readonly question: PlanQuestion;
  onAsk(patch: Partial<PlanQuestion>): void;
  /** Takes a site out of the plan, by hand. */
  onRemove(site: PlanSite): void;
}

export function SiteTable({ plan, question, onAsk, onRemove }: SiteTableProps) {
  const words = useWords();
  const t = words.t.plan;
  const { candidates } = question;
  const because = ({ isFixed, floorOf }: PlanSite): string =>
    isFixed ? t.because.fixed : floorOf ? t.because.floor(words.text(floorOf)) : t.because.most;
  return (
    <section className="plan-part">
      <h3>
        {t.sitesHead} <small>{t.sitesSub}</small>
      </h3>
      <div className="plan-scroll">
        <table className="plan-sites" data-testid="plan-sites">
          <thead>
            <tr>
              <th colSpan={2}>{t.columns.village}</th>
              <th className="is-number">{t.columns.villages}</th>
              <th className="is-number">{t.columns.people}</th>
              <th className="is-number">{t.columns.farthest}</th>
            </tr>
          </thead>
          <tbody>
            {plan.sites.map((site) => {
              const name = words.text(site.names);
              const code = site.code;
              return (
                <tr key={`${site.number} ${code ?? site.at.join()}`}>
                  <td>
                    <span className="plan-disc">{site.number}</span>
                  </td>
                  <th scope="row">
                    {name} <small>{words.text(site.township)}</small>
                    <small className="plan-because">
                      {words.t.join([
                        t.work[site.work],
                        ...(question.budgetFen !== null && site.costFen !== null
                          ? [words.number(site.costFen, "yuan")]
                          : []),
                        because(site),
                      ])}
                    </small>
                    <span className="plan-site-verbs">
                      <button
                        type="button"
                        className="link"
                        aria-label={t.takeOutWhat(name)}
                        onClick={() => onRemove(site)}
                      >
                        {t.takeOut}
                      </button>
                      {code !== null && !candidates.fixed.includes(code) && (
                        <button
                          type="button"
                          className="link"
                          aria-label={t.fixWhat(name)}
                          onClick={() =>
                            onAsk({ candidates: { ...candidates, fixed: [...candidates.fixed, code] } })
                          }
                        >
                          {t.fix}
                        </button>
                      )}
                      {code !== null && (
                        <button
                          type="button"
                          className="link"
                          aria-label={t.excludeWhat(name)}
                          onClick={() =>
                            onAsk({
                              candidates: {
                                ...candidates,
                                fixed: candidates.fixed.filter((own) => own !== code),
                                forbidden: [...candidates.forbidden, code],
                              },
                            })
                          }
                        >
                          {t.exclude}
                        </button>
                      )}
                    </span>
                  </th>
                  <td className="is-number">{site.villages}</td>
                  <td className="is-number">
                    <b>{words.number(site.people, "count")}</b>
                  </td>
                  <td className="is-number">
                    {site.farthest === null ? "–" : words.number(site.farthest, "minutes", { digits: 0 })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {plan.sites.length > ON_PAPER && (
        <p className="plan-quiet plan-paper">{t.moreSites(plan.sites.length - ON_PAPER)}</p>
      )}
    </section>
  );
}

export interface AlternativesProps {
  readonly run: PlanRun;
  readonly situation: Situation;
  onShow(sites: readonly SitePlace[]): void;
}

export function Alternatives({ run, situation, onShow }: AlternativesProps) {
  const words = useWords();
  const t = words.t.plan;
  const plans = run.study?.alternatives ?? [];
  if (plans.length === 0) return null;
  const nameOf = new Map(situation.villages.map(({ code, names }) => [code, words.text(names)]));
  const best = run.plan.sites.flatMap(({ code }) => (code === null ? [] : [code]));
  const list = (codes: readonly string[]): string =>
    codes.map((code) => nameOf.get(code) ?? code).join(words.t.comma);
  return (
    <section className="plan-part">
      <h3>{t.alternatives}</h3>
      <ul className="plan-list">
        {plans.map(({ codes, objective }) => (
          <li key={codes.join()}>
            <span>
              {words.t.join([
                // Of other objectives the number says nothing to a reader.
                ...(run.question.objective === "mclp" ? [words.number(Math.round(objective), "pupils")] : []),
                t.instead(
                  list(codes.filter((code) => !best.includes(code))),
                  list(best.filter((code) => !codes.includes(code))),
                ),
              ])}
            </span>
            <button type="button" className="link" onClick={() => onShow(codes)}>
              {t.showIt}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Townships({ plan, floor }: { readonly plan: PlanResult; readonly floor: number }) {
  const words = useWords();
  const t = words.t.plan;
  const rows = plan.townships
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.after / a.people - b.after / b.people);
  if (rows.length < 2) return null;
  return (
    <section className="plan-step plan-townships">
      <h3>{t.townships}</h3>
      {rows.slice(0, TOWNSHIPS).map(bar)}
      {rows.length > TOWNSHIPS && (
        <details>
          <summary>+ {rows.length - TOWNSHIPS}</summary>
          {rows.slice(TOWNSHIPS).map(bar)}
        </details>
      )}
    </section>
  );

  function bar({ code, names, people, before, after }: PlanResult["townships"][number]) {
    return (
      <p key={code}>
        <span>{words.text(names)}</span>
        <i>
          <i className="is-after" style={{ width: `${(after / people) * 100}%` }} />
          <i className="is-before" style={{ width: `${(before / people) * 100}%` }} />
          {floor > 0 && <i className="is-floor" style={{ left: `${floor * 100}%` }} />}
        </i>
        <b>{words.number(after / people, "share", { whole: true })}</b>
      </p>
    );
  }
}
