// The pages of the app: a folder and a row each.

import { lazy } from "react";
import type { ComponentType } from "react";
import { loadMaps } from "#client/shell/Workspace.tsx";
import { CatalogPage } from "./catalog/CatalogPage.tsx";
import { MapPage } from "./map/MapPage.tsx";
import type { PageProps } from "./page.ts";

/** Loaded when it is opened: the map does not wait for it. */
const loadOverview = async () => ({ default: (await import("./overview/OverviewPage.tsx")).OverviewPage });

interface Page {
  readonly name: string;
  /** The paths that lead here; its named groups are the page's `params`. */
  readonly path: RegExp;
  readonly Component: ComponentType<PageProps>;
  /** Fetches what the page needs beside the catalogue, as soon as the address is known. */
  readonly prefetch?: () => void;
}

export const PAGES: readonly Page[] = [
  { name: "map", path: /^\/$/, Component: MapPage, prefetch: () => void loadMaps() },
  { name: "catalog", path: /^\/catalog(?:\/(?<indicator>[^/]+))?\/?$/, Component: CatalogPage },
  {
    name: "overview",
    path: /^\/overview(?:\/(?<area>[^/]+))?\/?$/,
    Component: lazy(loadOverview),
    prefetch: () => void loadOverview(),
  },
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
