// The overview of an area for whoever leads it: one screen, one printed page.

import { useEffect } from "react";
import { profileContract } from "#domain/contract/areas";
import type { AreaSummary } from "#domain/contract/areas";
import { areasContract } from "#domain/contract/areas";
import { requestedColumn } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { overviewAddress } from "#client/model/location.ts";
import type { PageProps } from "#client/pages/page.ts";
import { Notices } from "#client/shell/Notices.tsx";
import { Progress } from "#client/shell/Progress.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import { WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import { Overview } from "./Overview.tsx";
import { overviewPeriod } from "./overview_period.ts";
import "./overview.css";
import "./overview_print.css";

export function OverviewPage({ latest, dropped }: PageProps) {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog, resolved } = here;
  const period = overviewPeriod(here);
  const { code } = useOpenArea(here);
  const answer = useAnswer(
    profileContract,
    code === null || period === "" ? null : { params: { code }, query: { release: catalog.address, period } },
  );
  const wait = useWait(answer);
  const columnName = useColumnName();
  const coming = requestedColumn(resolved);
  const what = coming ? columnName({ ...coming, period, since: null, level: undefined }) : t.overview.title;
  const profile = wait === "overdue" ? null : answer.shown?.answer;
  const title = t.documentTitle(
    profile ? words.text(profile.area.names) : words.text(catalog.title),
    t.overview.title,
  );
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="overview-page">
      <Progress />
      <main id="room" {...waitProps(wait, "overview")}>
        <Notices dropped={dropped} latest={latest} />
        <WaitNote wait={wait} what={what} />
        {profile ? (
          <Overview profile={profile} />
        ) : code === null ? (
          <ChooseArea />
        ) : (
          answer.error === null && <Shapes />
        )}
      </main>
    </div>
  );
}

/** The shape of the page without numbers. */
const Shapes = () => (
  <>
    {[28, 66, 180, 320, 90].map((height) => (
      <div key={height} className="skeleton" style={{ height, margin: "0 0 14px" }} aria-hidden="true" />
    ))}
  </>
);

/** The areas at the top of a territory that no single area holds. */
function ChooseArea() {
  const words = useWords();
  const { catalog } = useView();
  const level = catalog.levels[0]!;
  const { data } = useAnswer(areasContract, {
    query: { release: catalog.address, level: level.id, limit: 1000 },
  });
  const link = ({ code, names }: AreaSummary) => (
    <li key={code}>
      <PageLink to={overviewAddress({ area: code })}>{words.text(names)}</PageLink>
    </li>
  );
  return (
    <section className="overview-choose overview-card">
      <h2>{words.t.overview.chooseArea}</h2>
      <ul>{data?.areas.map(link)}</ul>
    </section>
  );
}
