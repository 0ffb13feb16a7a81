// The profile of the open or selected area: what a leader reads first, and where every number comes from.

import type { ReactNode } from "react";
import type { Profile as ProfileAnswer } from "#domain/contract/areas";
import { WHOLE } from "#domain/whole";
import { usePrinting } from "#client/model/printing.ts";
import type { Tab } from "#client/model/view.ts";
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
import { ProfileTabs } from "./ProfileTabs.tsx";
import { ReleaseLine } from "./ReleaseLine.tsx";
import { LensSummary } from "./LensSummary.tsx";
import { WorstInside } from "./WorstInside.tsx";
import { WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import { placesAddress } from "#client/model/location.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import "#client/styles/profile.css";

/** The lenses that say why. */
const NEED_AND_SUPPLY = ["poverty", "supply"] as const;

/** What each tab holds. */
const CONTENTS: Readonly<Record<Tab, (profile: ProfileAnswer) => ReactNode>> = {
  summary: (profile) => <Summary profile={profile} />,
  causes: (profile) => <Causes profile={profile} />,
  help: (profile) => (
    <div className="lens-panel">
      <LENSES.help.Panel profile={profile} />
    </div>
  ),
  figures: (profile) => (
    <>
      <AllIndicators profile={profile} />
      <Conflicts profile={profile} />
      <ReleaseLine />
    </>
  ),
};

export function Profile() {
  const words = useWords();
  const { t } = words;
  const isNarrow = useNarrow();
  const { catalog, resolved, view } = useView();
  // A page of paper has room for the whole in short.
  const isPrinting = usePrinting();
  const tab = isPrinting || view.display === "wall" ? "summary" : view.tab;
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
  const level = catalog.levels.find(({ id }) => id === area.level);
  const other = words.otherText(area.names);
  const above = area.parents.slice(-1).map(({ names }) => words.text(names));
  const verbs = (
    <div className="profile-verbs">
      <PutInBasket code={area.code} />
      <PageLink to={placesAddress([area.code])} className="button" title={t.basket.compareWith}>
        {t.basket.compare}
      </PageLink>
    </div>
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
          {!isNarrow && verbs}
          {level && <MadeOf profile={profile} level={level} />}
          <ProfileTabs shown={tab} />
        </header>
        <div id="profile-tab" role="tabpanel" aria-labelledby={`profile-tab-${tab}`}>
          {CONTENTS[tab](profile)}
        </div>
        {isNarrow && verbs}
      </article>
    </ProfileContext>
  );
}

/** The whole in short: the shown indicator in numbers and words, where it is worst, how the lenses stand. */
function Summary({ profile }: { readonly profile: ProfileAnswer }) {
  const words = useWords();
  const isNarrow = useNarrow();
  const { catalog, resolved, change } = useView();
  const { area } = profile;
  const { indicator } = resolved;
  const entry = indicator && entryOf(profile, indicator.id);
  const lensSentence = indicator && sentence(profile, catalog, resolved.lens, indicator, words);
  const { Summary: LensShort } = LENSES[resolved.lens];
  const sentenceLine = lensSentence && (
    <p className="say">
      <Sentence of={lensSentence} />
    </p>
  );
  return (
    <>
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
        <LensShort profile={profile} />
      </div>
      <LensSummary profile={profile} />
      <ReleaseLine />
    </>
  );
}

/** Why: what the poverty is made of, and what is lacking. */
function Causes({ profile }: { readonly profile: ProfileAnswer }) {
  const words = useWords();
  const { catalog } = useView();
  return NEED_AND_SUPPLY.map((id) => {
    const { Panel } = LENSES[id];
    return (
      <div key={id} className="lens-panel" data-lens={id}>
        <h3 className="tab-part">
          {words.label(catalog.lenses.find((lens) => lens.id === id)?.label ?? {})}
        </h3>
        <Panel profile={profile} />
      </div>
    );
  });
}
