// The pages of the app: a folder and a row each.

import { lazy } from "react";
import type { ComponentType } from "react";
import type { ViewValue } from "#client/data/view_context.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { loadMaps } from "#client/shell/Workspace.tsx";
import { CatalogPage } from "./catalog/CatalogPage.tsx";
import { MapPage } from "./map/MapPage.tsx";
import { overviewPeriod } from "./overview/overview_period.ts";
import type { PageProps } from "./page.ts";

/** Loaded when it is opened: the map does not wait for it. */
const loadOverview = async () => ({ default: (await import("./overview/OverviewPage.tsx")).OverviewPage });

/** As well. */
const loadPlaces = async () => ({ default: (await import("./places/PlacesPage.tsx")).PlacesPage });

/** As well. */
const loadPlan = async () => ({ default: (await import("./plan/PlanPage.tsx")).PlanPage });

/** As well. */
const loadFormat = async () => ({ default: (await import("./format/FormatPage.tsx")).FormatPage });

/** As well. */
const loadReports = async () => ({ default: (await import("./reports/ReportsPage.tsx")).ReportsPage });

/** As well. */
const loadPublicEdition = async () => ({
  default: (await import("./public_edition/PublicEditionPage.tsx")).PublicEditionPage,
});

export interface Page {
  readonly room: RoomId;
  /** The paths that lead here; its named groups are the page's `params`. */
  readonly path: RegExp;
  readonly Component: ComponentType<PageProps>;
  /** Fetches what the page needs beside the catalogue, as soon as the address is known. */
  readonly prefetch?: () => void;
  /** Whether it stays on the page while another one is open. */
  readonly isKept?: true;
  /** The period that it shows, where that is not the period of the map. */
  readonly periodOf?: (here: ViewValue) => string;
}

export const PAGES: readonly Page[] = [
  {
    room: "overview",
    path: /^\/overview(?:\/(?<area>[^/]+))?\/?$/,
    Component: lazy(loadOverview),
    prefetch: () => void loadOverview(),
    periodOf: overviewPeriod,
  },
  {
    room: "map",
    path: /^\/map(?:\/(?<area>[^/]+))?\/?$/,
    Component: MapPage,
    isKept: true,
    prefetch: () => void loadMaps(),
  },
  {
    room: "map",
    path: /^\/compare\/?$/,
    Component: lazy(loadPlaces),
    prefetch: () => void loadPlaces(),
  },
  {
    room: "plan",
    path: /^\/plan(?:\/(?<area>[^/]+))?\/?$/,
    Component: lazy(loadPlan),
    prefetch: () => void loadPlan(),
  },
  {
    room: "data",
    path: /^\/data\/format\/?$/,
    Component: lazy(loadFormat),
    prefetch: () => void loadFormat(),
  },
  {
    room: "data",
    path: /^\/data\/public\/?$/,
    Component: lazy(loadPublicEdition),
    prefetch: () => void loadPublicEdition(),
  },
  {
    room: "data",
    path: /^\/data\/reports(?:\/(?<report>\d{1,9}))?\/?$/,
    Component: lazy(loadReports),
    prefetch: () => void loadReports(),
  },
  { room: "data", path: /^\/data(?:\/(?<indicator>[^/]+))?\/?$/, Component: CatalogPage },
];

export interface OpenPage {
  readonly page: Page;
  readonly params: PageProps["params"];
}

/** The page that a path leads to; null where there is none. */
export function pageOf(path: string): OpenPage | null {
  for (const page of PAGES) {
    const match = page.path.exec(path);
    if (match) return { page, params: { ...match.groups } };
  }
  return null;
}
