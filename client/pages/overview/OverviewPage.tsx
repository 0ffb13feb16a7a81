// The overview of an area for whoever leads it: one screen, one printed page.

import { useEffect } from "react";
import { profileContract } from "#domain/contract/areas";
import type { AreaSummary } from "#domain/contract/areas";
import { areasContract } from "#domain/contract/areas";
import { requestedColumn } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useViewValue } from "#client/data/use_view_value.ts";
import { useWait } from "#client/data/use_wait.ts";
import { ViewContext, useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { overviewAddress } from "#client/model/location.ts";
import type { PageProps } from "#client/pages/page.ts";
import { FigureCard } from "#client/shell/FigureCard.tsx";
import { Notices } from "#client/shell/Notices.tsx";
import { Progress } from "#client/shell/Progress.tsx";
import { useNarrow } from "#client/ui/media.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import { mainIndicator } from "./main_indicator.ts";
import { Overview } from "./Overview.tsx";
import { OverviewHeader } from "./OverviewHeader.tsx";
import "./overview.css";
import "./overview_print.css";

export function OverviewPage({ catalog, latest, view, change, dropped }: PageProps) {
  const value = useViewValue(catalog, view, change);
  return (
    <ViewContext value={value}>
      <Screen latest={latest} dropped={dropped} />
    </ViewContext>
  );
}

/** The period of the link, else the last in which there is something to say. */
function usePeriod(): string {
  const { catalog, view } = useView();
  const { periods } = mainIndicator(catalog) ?? catalog;
  return view.period !== null && catalog.periods.includes(view.period)
    ? view.period
    : (periods.at(-1) ?? catalog.periods.at(-1) ?? "");
}

function Screen({ latest, dropped }: Pick<PageProps, "latest" | "dropped">) {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog, resolved } = here;
  const isNarrow = useNarrow();
  const period = usePeriod();
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
      <OverviewHeader isNarrow={isNarrow} period={period} />
      <Progress />
      <main {...waitProps(wait, "overview")}>
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
      <FigureCard />
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
