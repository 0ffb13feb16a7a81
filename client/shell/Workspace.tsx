// The room of the map: the sentence over it, the map, the panels around it; a sheet instead of panels on a phone.

import { Suspense, lazy, useEffect, useRef } from "react";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { ShownStrip } from "#client/legend/RampStrip.tsx";
import { clearClassPicks } from "#client/model/class_pick.ts";
import { modeId, modeRow } from "#client/modes/modes.ts";
import { useNarrow } from "#client/ui/media.ts";
import { Announcer } from "./Announcer.tsx";
import { Fictional, FictionalOnPaper, Licence, Notices } from "./Notices.tsx";
import type { NoticesProps } from "./Notices.tsx";
import { Drawer } from "./panels/Drawer.tsx";
import { LeftPanel } from "./panels/LeftPanel.tsx";
import { Details, RightPanel } from "./panels/RightPanel.tsx";
import { PaperHead } from "./paper/PaperHead.tsx";
import { LEFT_PARTS } from "./panels/left_parts.ts";
import { useFolded } from "./panels/use_folded.ts";
import { Progress } from "./Progress.tsx";
import { MapSentence } from "./sentence/MapSentence.tsx";
import { Sheet } from "./Sheet.tsx";
import { TablePane } from "./TablePane.tsx";
import { TimeSlider } from "./TimeSlider.tsx";
import "#client/styles/layout.css";

/** Fetches the map, the largest part of the app. */
export const loadMaps = () => import("./Maps.tsx");
const Maps = lazy(loadMaps);

function useDocumentTitle(isOpen: boolean): void {
  const words = useWords();
  const { catalog, resolved } = useView();
  const shown = resolved.selected ?? resolved.open;
  const title = words.t.documentTitle(
    shown ? words.text(shown.names) : words.text(catalog.title),
    resolved.indicator ? words.title(resolved.indicator) : "",
  );
  useEffect(() => {
    if (isOpen) document.title = title;
  }, [isOpen, title]);
}

/** Keeps where the sentence ends for the style sheets: what stands under it moves down when it wraps. */
function useSentenceEnd() {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = row.current!;
    const observer = new ResizeObserver(() => {
      const { bottom } = element.getBoundingClientRect();
      document.documentElement.style.setProperty("--sentence-end", `${Math.round(bottom)}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return row;
}

export interface WorkspaceProps extends NoticesProps {
  readonly isOpen: boolean;
}

export function Workspace({ isOpen, ...notices }: WorkspaceProps) {
  const { view, resolved } = useView();
  const isNarrow = useNarrow();
  const isLeftFolded = useFolded("left");
  const isRightFolded = useFolded("right");
  const row = useSentenceEnd();
  const { hasOwnLegends } = modeRow(resolved.mode);
  useDocumentTitle(isOpen);
  useEffect(() => clearClassPicks, []);
  const drawer = view.table ?? "line";
  const layout = [isNarrow, isLeftFolded, isRightFolded, drawer, modeId(resolved.mode)].join(" ");
  const state = [
    "map-room",
    `has-${drawer}`,
    isRightFolded && "is-right-folded",
    hasOwnLegends && "has-own-legends",
  ];
  return (
    <main id={isOpen ? "room" : undefined} className={state.filter(Boolean).join(" ")}>
      <Progress />
      <div className="sentence-row" ref={row} data-covers-map>
        <MapSentence />
        <FictionalOnPaper />
        {isOpen && <PaperHead />}
        <Notices {...notices} />
      </div>
      {isNarrow || hasOwnLegends ? null : <LeftPanel isFolded={isLeftFolded} />}
      <Suspense fallback={<div className="map" />}>
        <Maps layout={layout} />
      </Suspense>
      {isNarrow ? (
        <PhoneSheet />
      ) : (
        <>
          <Drawer />
          <RightPanel isFolded={isRightFolded} />
        </>
      )}
      <Licence />
      <Announcer />
    </main>
  );
}

/** Profile, list and legend in the phone's sheet. */
function PhoneSheet() {
  const { catalog, view, resolved } = useView();
  const { hasOwnLegends } = modeRow(resolved.mode);
  return (
    <Sheet
      ledge={
        <>
          {catalog.isFictional && <Fictional />}
          {!hasOwnLegends && <TimeSlider isFoldable />}
        </>
      }
      head={!hasOwnLegends && view.pane !== "legend" && <ShownStrip />}
      profile={<Details />}
      table={<TablePane isSheet />}
      legend={LEFT_PARTS.map(({ id, Part }) => (
        <div key={id} className="left-part">
          <Part />
        </div>
      ))}
    />
  );
}
