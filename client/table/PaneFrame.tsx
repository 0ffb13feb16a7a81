// The frame of the list under the map (or in the sheet): its head line, and the list when it is unfolded.

import type { ReactNode } from "react";
import { useArea } from "#client/data/use_open_area.ts";
import type { Wait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { usePrinting } from "#client/model/printing.ts";
import { Downloads } from "#client/ui/Downloads.tsx";
import { WaitNote, waitProps } from "#client/ui/Waiting.tsx";
import { DrawerHeights } from "./DrawerHeights.tsx";
import "./table.css";

export interface PaneFrameProps {
  readonly title: string;
  /** Code of the area that the list is inside of; null for the whole, undefined while it is not known. */
  readonly parent: string | null | undefined;
  /** Of the numbers in the list; empty while there are none. */
  readonly period: string;
  readonly wait: Wait;
  /** What is waited for. */
  readonly what: string;
  /** What stands beside the title. */
  readonly extras?: ReactNode;
  /** Addresses of the list as CSV and as Excel; null where there is none. */
  readonly csv: string | null;
  readonly xlsx: string | null;
  readonly isSheet: boolean;
  readonly children: ReactNode;
}

export function PaneFrame({
  title,
  parent,
  period,
  wait,
  what,
  extras,
  csv,
  xlsx,
  isSheet,
  children,
}: PaneFrameProps) {
  const words = useWords();
  const { t } = words;
  const { view, catalog } = useView();
  const inside = useArea(catalog, parent === null ? catalog.rootCode : (parent ?? null)).data;
  const isPrinting = usePrinting();
  const isOpen = isSheet || isPrinting || (view.table ?? "line") !== "line";
  return (
    <section {...waitProps(wait, "table")} aria-label={t.table} id="areas">
      <WaitNote wait={wait} what={what} />
      <header>
        <h2>{title}</h2>
        <span>
          {t.join([
            ...(inside ? [t.tableInside(words.text(inside.names))] : []),
            ...(period === "" ? [] : [period]),
          ])}
        </span>
        {extras}
        {isOpen && <Downloads csv={csv} xlsx={xlsx} />}
        {!isSheet && <DrawerHeights />}
      </header>
      {isOpen && children}
    </section>
  );
}
