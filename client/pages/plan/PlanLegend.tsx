// What the colours and symbols of the workbench's map mean.

import { facilityKind } from "#domain/facilities";
import { useWords } from "#client/i18n/words.ts";

export function PlanLegend({ minutes, kind }: { readonly minutes: number; readonly kind: string }) {
  const words = useWords();
  const t = words.t.plan;
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
      <p>
        <i className="is-far-0" />
        <i className="is-far-1" />
        <i className="is-far-2" /> {t.legend.far(minutes)}
      </p>
      <p>
        <span className="plan-disc is-small" /> {t.legend.site}
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
