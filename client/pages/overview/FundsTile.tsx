// Whether the money arrives: paid out of what was allocated, against how much of the year is over.

import type { Profile } from "#domain/contract/areas";
import { useView } from "#client/data/view_context.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { changeOf } from "#client/model/change.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { elapsedShare } from "#client/model/period_elapsed.ts";
import { countedBy, shortfallOf } from "#client/model/shortfall.ts";
import { originOf, shortText } from "./figure_texts.ts";
import { reportedOn } from "./reported_on.ts";
import { BigFigure, Tile, WorstLink } from "./Tile.tsx";

const PAID = "funds_paid_share";

/** The bar of a share, with a mark where the year is. */
function FundsBar({ share, elapsed }: { readonly share: number; readonly elapsed: number | null }) {
  const percent = (part: number): string => `${Math.min(1, part) * 100}%`;
  return (
    <div className="overview-bar" aria-hidden="true">
      <b style={{ width: percent(share) }} />
      {elapsed !== null && <i style={{ left: percent(elapsed) }} />}
    </div>
  );
}

export function FundsTile({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const paid = countedBy(profile, catalog, PAID);
  const pending = shortfallOf(profile, catalog, PAID);
  const entry = entryOf(profile, PAID);
  if (!paid || !pending || entry?.value === undefined) return null;
  const { area, period } = profile;
  const reported = reportedOn(paid.indicator.sources);
  const elapsed = reported === null ? null : elapsedShare(period, reported);
  const change = changeOf(entry, period, paid.indicator);
  const of = areaFigureRef(area.code, PAID, period);
  const [number, ...unit] = words.number(paid.count, "yuan").split(/ (?=\p{L}+$)/u);
  const by = change?.direction === "same" ? 0 : (change?.by ?? 0);
  const size = words.difference(Math.abs(by), "share").replace("+", "");
  return (
    <Tile name="funds" title={t.overview.funds}>
      <BigFigure of={originOf(profile, paid)} number={number ?? ""} unit={unit.join(" ")} />
      <p>
        <Sentence of={t.overview.paid({ text: words.number(entry.value, "share"), of })} />
      </p>
      <FundsBar share={entry.value} elapsed={elapsed} />
      {elapsed !== null && <p>{t.overview.elapsed(words.number(elapsed, "share", { digits: 0 }))}</p>}
      {change && (
        <p className={by > 0 ? "good" : by < 0 ? "bad" : ""}>
          <Sentence
            of={t.overview.points(
              by,
              {
                text: size,
                of: {
                  kind: "area",
                  code: area.code,
                  shown: [{ indicator: PAID, period, since: change.since }],
                },
              },
              change.since,
              period,
            )}
          />
        </p>
      )}
      <p>
        <Sentence of={t.overview.pending(shortText(profile, pending, catalog, words))} />
      </p>
      <WorstLink profile={profile} indicator={paid.indicator} />
    </Tile>
  );
}
