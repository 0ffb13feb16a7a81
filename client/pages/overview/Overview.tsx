// What the page says of one area in one period; all of it is asked for by what the profile answers to.

import { useState } from "react";
import type { Profile } from "#domain/contract/areas";
import { useView } from "#client/data/view_context.ts";
import { ProfileContext } from "#client/figures/AreaFigureLink.tsx";
import { useWords } from "#client/i18n/words.ts";
import { shareLink } from "#client/model/location.ts";
import { usePrinting } from "#client/model/printing.ts";
import { QrCode } from "#client/ui/QrCode.tsx";
import { Fictional } from "#client/shell/Notices.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { AreaMap } from "./AreaMap.tsx";
import { FundsTile } from "./FundsTile.tsx";
import { Headline } from "./Headline.tsx";
import { HelpTile } from "./HelpTile.tsx";
import { mainIndicator } from "./main_indicator.ts";
import { PeopleTile } from "./PeopleTile.tsx";
import { reportedOn } from "./reported_on.ts";
import { SafeguardTile } from "./SafeguardTile.tsx";
import { SmallTrends } from "./SmallTrends.tsx";
import { ToDoList } from "./ToDoList.tsx";
import { WorstVillages } from "./WorstVillages.tsx";

/** Place, period, how old the data are, which release. */
function DateLine({ profile }: { readonly profile: Profile }) {
  const words = useWords();
  const { t, text } = words;
  const { catalog } = useView();
  const reported = reportedOn(mainIndicator(catalog)?.sources ?? catalog.tables);
  const { area, period } = profile;
  return (
    <div className="overview-date">
      <h1 data-area={area.code}>{text(area.names)}</h1>
      <p data-period={period}>
        {[
          t.overview.periodLine(period),
          ...(reported ? [t.overview.asOf(reported)] : []),
          t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? ""),
        ].map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {catalog.isFictional && (
        <div className="paper-only">
          <Fictional />
        </div>
      )}
    </div>
  );
}

/** What stands on paper only: product, office, day, and the way back to the view. */
function PrintHead() {
  const words = useWords();
  const { t } = words;
  // Swedish writes dates as ISO does.
  const [today] = useState(() => new Date().toLocaleDateString("sv-SE"));
  return (
    <div className="overview-print-head" aria-hidden="true">
      <b>{t.join([t.product, t.overview.title])}</b>
      <span>
        {t.overview.office} <i />
      </span>
      <span>{t.overview.printedOn(today)}</span>
    </div>
  );
}

function PrintFoot() {
  const { t } = useWords();
  const { catalog } = useView();
  const isPrinting = usePrinting();
  const link = shareLink(catalog.release);
  return (
    <div className="overview-print-foot" aria-hidden="true">
      {isPrinting && <QrCode link={link} className="overview-qr" />}
      <p>{t.pair(t.overview.viewAt, link)}</p>
      <p>
        {t.overview.reviewNumber} <i />
      </p>
    </div>
  );
}

export function Overview({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const { catalog } = useView();
  const main = mainIndicator(catalog);
  const { name, attribution } = catalog.licence;
  return (
    <ProfileContext value={profile}>
      <PrintHead />
      <div className="overview-head">
        <div>
          <DateLine profile={profile} />
          <Headline profile={profile} indicator={main} />
        </div>
        <button type="button" className="button is-main" onClick={() => window.print()}>
          <Icon name="print" />
          {t.overview.print}
        </button>
      </div>
      <div className="overview-columns">
        <div className="overview-left">
          <div className="overview-tiles">
            <PeopleTile profile={profile} main={main} />
            <SafeguardTile profile={profile} />
            <HelpTile profile={profile} />
            <FundsTile profile={profile} />
          </div>
          <ToDoList profile={profile} />
          <SmallTrends profile={profile} main={main} />
        </div>
        {main && profile.area.childLevel !== null && (
          <div className="overview-right">
            <AreaMap key={profile.area.code} profile={profile} indicator={main} />
            <WorstVillages profile={profile} indicator={main} />
          </div>
        )}
      </div>
      <footer className="overview-foot">{t.join([attribution, t.attribution(name)])}</footer>
      <PrintFoot />
    </ProfileContext>
  );
}
