// What an indicator was: its values for the whole territory, and the releases in which its definition came or changed.

import { profileContract } from "#domain/contract/areas";
import { catalogHistoryContract } from "#domain/contract/catalog";
import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { Trend } from "#client/charts/Trend.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useAnswer } from "#client/data/use_answer.ts";

export interface HistoryProps {
  readonly indicator: CatalogIndicator;
  readonly catalog: Catalog;
}

export function History({ indicator, catalog }: HistoryProps) {
  const words = useWords();
  const { t } = words;
  const c = t.catalog;
  const { address: release, rootCode, periods } = catalog;
  const last = periods[periods.length - 1] ?? "";
  const profile = useAnswer(
    profileContract,
    rootCode === null ? null : { params: { code: rootCode }, query: { release, period: last } },
  );
  const history = useAnswer(catalogHistoryContract, {
    params: { indicator: indicator.id },
    query: { release },
  });
  const entry = profile.data?.indicators.find((entry) => entry.indicator === indicator.id);
  const failed = profile.error ?? history.error;
  return (
    <div className="entry-history" aria-busy={profile.isLoading || history.isLoading}>
      {failed && <p className="nothing">{failed.message}</p>}
      {profile.data && entry && (
        <div>
          <h4>{words.text(profile.data.area.names)}</h4>
          <Trend entry={entry} indicator={indicator} period={last} onPeriod={() => undefined} />
        </div>
      )}
      <ul>
        {history.data?.changes.map(({ release: number, publishedAt, kind, fields }) => (
          <li key={number}>
            {t.join([
              t.releaseOf(number, publishedAt.slice(0, 10)),
              kind === "changed" ? c.changed(fields.map((field) => c.fields[field] ?? field)) : c[kind],
            ])}
          </li>
        ))}
      </ul>
    </div>
  );
}
