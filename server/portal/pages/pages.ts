// The table of pages: a new one is a row.

import type { Asked } from "#server/portal/asked";
import type { Page, View } from "#server/portal/view";
import { certificatePage, methodsPage, releasesPage } from "./about.ts";
import { dataPage } from "./data.ts";
import { embedBuilder, embedView } from "./embed.ts";
import { findPage, LONGEST_SEARCH } from "./find.ts";
import { homePage } from "./home.ts";
import { changePage, moneyPage } from "./overview_table.ts";
import { placePage } from "./place.ts";

interface PageRow {
  readonly pattern: RegExp;
  readonly make: (view: View, found: Readonly<Record<string, string>>, asked: Asked) => Promise<Page> | Page;
  /** Whether it is one of the files of the portal without a server; areas have a row for all of them. */
  readonly isStatic: boolean;
}

export const PAGES: readonly PageRow[] = [
  { pattern: /^$/, make: homePage, isStatic: true },
  {
    pattern: /^find$/,
    make: (view, _, { q = "" }) => findPage(view, q.trim().slice(0, LONGEST_SEARCH)),
    isStatic: true,
  },
  {
    pattern: /^place\/(?<code>[^/]{1,64})$/,
    make: (view, { code }) => placePage(view, code!),
    isStatic: false,
  },
  { pattern: /^change$/, make: changePage, isStatic: true },
  { pattern: /^money$/, make: moneyPage, isStatic: true },
  { pattern: /^methods$/, make: methodsPage, isStatic: true },
  { pattern: /^certificate$/, make: certificatePage, isStatic: true },
  { pattern: /^releases$/, make: releasesPage, isStatic: true },
  { pattern: /^data$/, make: dataPage, isStatic: true },
  { pattern: /^embed$/, make: (view, _, asked) => embedBuilder(view, asked), isStatic: false },
  {
    pattern: /^embed\/(?<kind>map|chart|table)\/(?<place>[^/]{1,64})\/(?<figure>[\w-]{1,64})$/,
    make: (view, found, asked) => embedView(view, found, asked),
    isStatic: false,
  },
];
