// What the colours and symbols of the workbench's map mean.

import { facilityKind } from "#domain/facilities";
import type { PlanQuestion } from "#domain/planning";
import { useWords } from "#client/i18n/words.ts";
import { GAIN_STEPS } from "./difference.ts";

export function PlanLegend({ question }: { readonly question: PlanQuestion }) {
  const words = useWords();
  const t = words.t.plan;
  const { minutes, kind, places, existingPlaces } = question;
  return (
    <div className="plan-legend card">
      <p>
        <i className="is-within" /> {t.legend.within(minutes)}
      </p>
      <p>
        <svg width="12" height="12" aria-hidden="true" className="plan-schools">
          <rect x="3" y="3" width="6" height="6" />
        </svg>
        {words.text(facilityKind(kind)?.label ?? {})}
      </p>
      <p>
        <i className="is-gained" /> {t.legend.gained}
      </p>
      <p>
        <svg width="12" height="12" aria-hidden="true" className="plan-schools">
          <path d="M6 2L10 10H2Z" />
        </svg>
        {t.legend.other}
      </p>
      {(places !== null || existingPlaces) && (
        <p>
          <i className="is-no-room" /> {t.legend.noRoom(minutes)}
        </p>
      )}
      <p>
        <i className="is-far-0" />
        <i className="is-far-1" />
        <i className="is-far-2" /> {t.legend.far(minutes)}
      </p>
      <p>
        <span className="plan-disc is-small" />
        <span>
          {t.legend.site}
          <span className="plan-hint">{t.legend.siteHint}</span>
        </span>
      </p>
      <p>
        <i className="is-nobody" /> {t.legend.nobody}
      </p>
      <p>
        <i className="is-no-path" /> {t.legend.noPath}
      </p>
    </div>
  );
}

/** What the colours of a difference mean; `than` is what the plan is compared with. */
export function DifferenceLegend({ than }: { readonly than: string }) {
  const t = useWords().t.plan.difference;
  return (
    <div className="plan-legend card">
      <p className="plan-legend-title">{t.title(than)}</p>
      <p>
        <i className="is-more-2" /> {t.more(GAIN_STEPS[2])}
      </p>
      <p>
        <i className="is-less-0" /> {t.less(GAIN_STEPS[1])}
      </p>
      <p>
        <i className="is-more-1" /> {t.between(GAIN_STEPS[1], GAIN_STEPS[2])}
      </p>
      <p>
        <i className="is-less-1" /> {t.muchLess(GAIN_STEPS[1])}
      </p>
      <p>
        <i className="is-more-0" /> {t.upTo(GAIN_STEPS[1])}
      </p>
      <p>
        <i className="is-same" /> {t.same}
      </p>
    </div>
  );
}
