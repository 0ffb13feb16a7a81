// The profile of the open or selected area: what a leader reads first, and where every number comes from.

import { WHOLE } from "#domain/whole";
import { useNarrow } from "#client/ui/media.ts";
import { useWords } from "#client/i18n/words.ts";
import { entryOf } from "#client/lenses/facts.ts";
import { LENSES } from "#client/lenses/lenses.ts";
import { sentence } from "#client/lenses/sentence.ts";
import { Trend } from "#client/charts/Trend.tsx";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { PutInBasket } from "#client/basket/PutInBasket.tsx";
import { ProfileContext } from "#client/figures/AreaFigureLink.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import { requestedColumn } from "#client/data/column.ts";
import { useProfile } from "#client/data/use_profile.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { AllIndicators } from "./AllIndicators.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { FacilitiesHere } from "./facility/FacilitiesHere.tsx";
import { Headline } from "./Headline.tsx";
import { MadeOf } from "./MadeOf.tsx";
import { ReleaseLine } from "./ReleaseLine.tsx";
import { LensSummary } from "./LensSummary.tsx";
import { WorstInside } from "./WorstInside.tsx";
import { WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import { placesAddress } from "#client/model/location.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import "#client/styles/profile.css";

export function Profile() {
  const words = useWords();
  const isNarrow = useNarrow();
  const { t } = words;
  const { catalog, resolved, change } = useView();
  const resource = useProfile();
  const columnName = useColumnName();
  const wait = useWait(resource);
  const profile = resource.shown?.answer;
  const coming = requestedColumn(resolved);
  const what = coming ? columnName({ ...coming, since: null, level: undefined }) : "";
  if (!profile || wait === "overdue")
    return resource.isLoading ? (
      <div className="profile-body" aria-busy="true">
        <WaitNote wait="overdue" what={what} />
        {[56, 64, 104, 48, 140].map((height) => (
          <div key={height} className="skeleton" style={{ height, marginBottom: 14 }} />
        ))}
      </div>
    ) : (
      <p className="profile-body nothing">{t.chooseArea}</p>
    );
  const { area } = profile;
  const { indicator } = resolved;
  const level = catalog.levels.find(({ id }) => id === area.level);
  const entry = indicator && entryOf(profile, indicator.id);
  const lensSentence = indicator && sentence(profile, catalog, resolved.lens, indicator, words);
  const { Panel } = LENSES[resolved.lens];
  const other = words.otherText(area.names);
  const above = area.parents.slice(-1).map(({ names }) => words.text(names));
  const sentenceLine = lensSentence && (
    <p className="say">
      <Sentence of={lensSentence} />
    </p>
  );
  return (
    <ProfileContext value={profile}>
      <article {...waitProps(wait, "profile-body")}>
        <WaitNote wait={wait} what={what} />
        <header>
          <h2 data-area={area.code}>{words.text(area.names)}</h2>
          <p>
            {t.join([
              ...(other ? [other] : []),
              ...(area.code === WHOLE
                ? [t.wholeTerritory]
                : [words.label(level?.label ?? {}), ...above, t.code(area.code)]),
            ])}
          </p>
          <div className="profile-verbs">
            <PutInBasket code={area.code} />
            <PageLink to={placesAddress([area.code])} className="button" title={t.basket.compareWith}>
              {t.basket.compare}
            </PageLink>
          </div>
          {level && <MadeOf profile={profile} level={level} />}
        </header>
        {indicator && entry && (
          <>
            {isNarrow && sentenceLine}
            <Headline profile={profile} entry={entry} indicator={indicator} />
            {!isNarrow && sentenceLine}
            <Trend
              entry={entry}
              indicator={indicator}
              period={profile.period}
              onPeriod={(period) => change({ period })}
              of={(period) => areaFigureRef(area.code, indicator.id, period)}
            />
          </>
        )}
        <Conflicts profile={profile} />
        <WorstInside area={area} />
        <FacilitiesHere area={area} />
        <div className="lens-panel">
          <Panel profile={profile} />
        </div>
        <LensSummary profile={profile} />
        <AllIndicators profile={profile} />
        <ReleaseLine />
      </article>
    </ProfileContext>
  );
}
