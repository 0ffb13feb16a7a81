// The screen of a release: the map, and the cards on it; a sheet instead of cards on a phone.

import { Suspense, lazy, useCallback, useEffect, useState } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { Announcer } from "./Announcer.tsx";
import { Crumbs } from "./Crumbs.tsx";
import { Header } from "./Header.tsx";
import { Help } from "./Help.tsx";
import { Fictional, Licence, Notices } from "./Notices.tsx";
import { IndicatorPicker } from "./IndicatorPicker.tsx";
import { useKeys } from "./keys.ts";
import { useNarrow } from "#client/ui/media.ts";
import { useWords } from "#client/i18n/words.ts";
import { Legend } from "#client/legend/Legend.tsx";
import { ShownStrip } from "#client/legend/RampStrip.tsx";
import { pageOf } from "#client/model/location.ts";
import type { ChangeView } from "#client/model/location.ts";
import type { ClassPick } from "#client/model/fill.ts";
import { ModePicker } from "./ModePicker.tsx";
import { BivariateLegend } from "#client/modes/bivariate/BivariateLegend.tsx";
import { pickOfClass } from "#client/model/bivariate_fill.ts";
import { Profile } from "#client/profile/Profile.tsx";
import { FigureCard } from "./FigureCard.tsx";
import { ScreenContext, useScreenData } from "#client/data/screen.ts";
import { SetCard } from "#client/modes/area_set/SetCard.tsx";
import { Sheet } from "./Sheet.tsx";
import { TablePane } from "./TablePane.tsx";
import { TimeSlider } from "./TimeSlider.tsx";
import type { View } from "#client/model/view.ts";
import "#client/styles/layout.css";

/** Asked for at once, not only when the catalogue is there: it is the largest part of the app. */
const loadMaps = () => import("./Maps.tsx");
const early = pageOf(window.location.pathname).name === "map" ? loadMaps() : null;
const Maps = lazy(() => early ?? loadMaps());

export interface WorkspaceProps {
  readonly catalog: Catalog;
  /** Number of the latest release, null while it is unknown. */
  readonly latest: number | null;
  readonly view: View;
  readonly change: ChangeView;
  readonly dropped: readonly string[];
}

export function Workspace({ catalog, latest, view, change, dropped }: WorkspaceProps) {
  const words = useWords();
  const [zoom, setZoom] = useState(view.camera?.zoom ?? 0);
  const [hovered, setHovered] = useState<ClassPick | null>(null);
  const [chosen, setChosen] = useState<ClassPick | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isNarrow = useNarrow();
  const screen = useScreenData(catalog, view, change, zoom);
  const { resolved, isLoading } = screen;
  const openHelp = useCallback(() => setHelpOpen(true), []);
  useKeys(screen, openHelp);

  const pairPick =
    screen.pair.shown?.answer && view.pairClass !== null
      ? pickOfClass(screen.pair.shown?.answer, view.pairClass)
      : null;
  const shownName = resolved.selected ?? resolved.open;
  const title = words.t.documentTitle(
    shownName ? words.text(shownName.names) : words.text(catalog.title),
    resolved.indicator ? words.title(resolved.indicator) : "",
  );
  useEffect(() => {
    document.title = title;
  }, [title]);

  const profile = view.set ? <SetCard codes={view.set} /> : <Profile />;
  const legend = resolved.pair ? (
    <BivariateLegend onHover={setHovered} />
  ) : resolved.indicator === null ? null : (
    <Legend
      chosen={chosen}
      onHover={setHovered}
      onChoose={(pick) => setChosen(pick === chosen ? null : pick)}
    />
  );
  return (
    <ScreenContext value={screen}>
      {!isNarrow && (
        <a className="skip-link" href="#areas">
          {words.t.skipToTable}
        </a>
      )}
      <Header isNarrow={isNarrow} onHelp={openHelp} />
      <div className={isLoading ? "progress is-on" : "progress"} aria-hidden="true" />
      <Suspense fallback={<div className="map" />}>
        <Maps pick={hovered ?? (resolved.pair ? pairPick : chosen)} isNarrow={isNarrow} onZoom={setZoom} />
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
        {isNarrow ? (
          <Sheet
            ledge={
              <>
                {catalog.isFictional && <Fictional />}
                {!view.maps && <TimeSlider isFoldable />}
              </>
            }
            head={
              <>
                {!view.maps && view.pane !== "legend" && <ShownStrip />}
                <Crumbs isNarrow />
              </>
            }
            profile={profile}
            table={<TablePane isSheet />}
            legend={legend}
          />
        ) : (
          <>
            <div className={view.table ? "dock" : "dock is-folded"}>
              <div className="dock-top">
                {!view.maps && legend && <aside className="legend card">{legend}</aside>}
                {!view.maps && <TimeSlider />}
              </div>
              <TablePane />
            </div>
            <aside className="profile card" aria-label={words.t.profile}>
              {profile}
            </aside>
          </>
        )}
      </main>
      <Licence />
      <Announcer />
      <FigureCard />
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </ScreenContext>
  );
}
