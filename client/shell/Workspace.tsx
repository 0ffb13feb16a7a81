// The screen of a release: the map, and the cards on it; a sheet instead of cards on a phone.

import { Suspense, lazy, useCallback, useEffect, useState } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { useViewValue } from "#client/data/use_view_value.ts";
import { ViewContext, useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { LayerList } from "#client/legend/LayerList.tsx";
import { ShownStrip } from "#client/legend/RampStrip.tsx";
import { clearClassPicks } from "#client/model/class_pick.ts";
import type { ChangeView } from "#client/model/location.ts";
import type { BaseView } from "#client/model/view.ts";
import { Filters } from "#client/filters/Filters.tsx";
import { SetCard } from "#client/modes/area_set/SetCard.tsx";
import { modeRow } from "#client/modes/modes.ts";
import { FacilityCard } from "#client/profile/facility/FacilityCard.tsx";
import { Profile } from "#client/profile/Profile.tsx";
import { useNarrow } from "#client/ui/media.ts";
import { Announcer } from "./Announcer.tsx";
import { Crumbs } from "./Crumbs.tsx";
import { FigureCard } from "./FigureCard.tsx";
import { Header } from "./Header.tsx";
import { Help } from "./Help.tsx";
import { IndicatorPicker } from "./IndicatorPicker.tsx";
import { useKeys } from "./keys.ts";
import { ModePicker } from "./ModePicker.tsx";
import { Fictional, Licence, Notices } from "./Notices.tsx";
import { PlaceTools } from "./PlaceTools.tsx";
import { Progress } from "./Progress.tsx";
import { Sheet } from "./Sheet.tsx";
import { ThingSwitches } from "./ThingSwitches.tsx";
import { TablePane } from "./TablePane.tsx";
import { TimeSlider } from "./TimeSlider.tsx";
import "#client/styles/layout.css";

/** Fetches the map, the largest part of the app. */
export const loadMaps = () => import("./Maps.tsx");
const Maps = lazy(loadMaps);

export interface WorkspaceProps {
  readonly catalog: Catalog;
  /** Number of the latest release, null while it is unknown. */
  readonly latest: number | null;
  readonly view: BaseView;
  readonly change: ChangeView;
  readonly dropped: readonly string[];
}

export function Workspace({ catalog, latest, view, change, dropped }: WorkspaceProps) {
  const value = useViewValue(catalog, view, change);
  useEffect(() => clearClassPicks, []);
  return (
    <ViewContext value={value}>
      <Screen latest={latest} dropped={dropped} />
    </ViewContext>
  );
}

function useDocumentTitle(): void {
  const words = useWords();
  const { catalog, resolved } = useView();
  const shown = resolved.selected ?? resolved.open;
  const title = words.t.documentTitle(
    shown ? words.text(shown.names) : words.text(catalog.title),
    resolved.indicator ? words.title(resolved.indicator) : "",
  );
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Screen({ latest, dropped }: Pick<WorkspaceProps, "latest" | "dropped">) {
  const { t } = useWords();
  const { catalog } = useView();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isNarrow = useNarrow();
  const openHelp = useCallback(() => setHelpOpen(true), []);
  useKeys(openHelp);
  useDocumentTitle();
  return (
    <>
      {!isNarrow && (
        <a className="skip-link" href="#areas">
          {t.skipToTable}
        </a>
      )}
      <Header isNarrow={isNarrow} onHelp={openHelp} />
      <Progress />
      <Suspense fallback={<div className="map" />}>
        <Maps />
      </Suspense>
      <main>
        <div className="top-left">
          {isNarrow ? (
            <div className="narrow-pickers">
              <IndicatorPicker />
              <ModePicker />
            </div>
          ) : (
            <Crumbs isNarrow={false} />
          )}
          {catalog.isFictional && !isNarrow && <Fictional />}
          <Notices dropped={dropped} latest={latest} />
        </div>
        {isNarrow ? <PhoneCards /> : <Cards />}
      </main>
      <PlaceTools />
      <Licence />
      <Announcer />
      <FigureCard />
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </>
  );
}

/** The profile of the open area, or of the areas that were picked. */
function Details() {
  const { catalog, view } = useView();
  if (view.facility !== null && catalog.things) return <FacilityCard />;
  return view.set && view.card === "set" ? <SetCard codes={view.set} /> : <Profile />;
}

/** Legend, periods, list and profile as cards on the map. */
function Cards() {
  const { t } = useWords();
  const { view, resolved } = useView();
  const { Legend, hasOwnLegends } = modeRow(resolved.mode);
  return (
    <>
      <div className={view.table ? "dock" : "dock is-folded"}>
        <div className="dock-top">
          {!hasOwnLegends && resolved.indicator && (
            <aside className="legend card">
              <Legend />
              <LayerList />
              <ThingSwitches />
              <Filters />
            </aside>
          )}
          {!hasOwnLegends && <TimeSlider />}
        </div>
        <TablePane isSheet={false} />
      </div>
      <aside className="profile card" aria-label={t.profile}>
        <Details />
      </aside>
    </>
  );
}

/** The same in the phone's sheet. */
function PhoneCards() {
  const { catalog, view, resolved } = useView();
  const { Legend, hasOwnLegends } = modeRow(resolved.mode);
  return (
    <Sheet
      ledge={
        <>
          {catalog.isFictional && <Fictional />}
          {!hasOwnLegends && <TimeSlider isFoldable />}
        </>
      }
      head={
        <>
          {!hasOwnLegends && view.pane !== "legend" && <ShownStrip />}
          <Crumbs isNarrow />
        </>
      }
      profile={<Details />}
      table={<TablePane isSheet />}
      legend={
        <>
          {resolved.indicator && <Legend />}
          {resolved.indicator && <LayerList />}
          {resolved.indicator && <ThingSwitches />}
          <Filters />
        </>
      }
    />
  );
}
