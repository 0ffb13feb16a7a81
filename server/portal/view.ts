// What a page is made from: one language of one public release, and where things are.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { certificateSchema } from "#domain/contract/certificate";
import type { Language } from "#domain/language";
import { pickText, type Text } from "#domain/text";
import { formatValue, type FormatOptions } from "#domain/unit";
import type { Release } from "#server/read/release";
import type { Store } from "#server/read/store";
import type { z } from "zod";
import type { AreaGroups } from "./area_groups.ts";
import type { AssetName } from "./assets.ts";
import type { Html } from "./html.ts";
import { portalWords, type PortalWords } from "./i18n/words.ts";
import type { Links } from "./links.ts";
import type { PublicRelease } from "./public_releases.ts";

export type Certificate = z.infer<typeof certificateSchema>;

/** What all pages of a release share. */
export interface Source {
  readonly store: Store;
  readonly groups: AreaGroups;
  readonly release: Release;
  /** All public releases, newest first. */
  readonly releases: readonly PublicRelease[];
  readonly certificate: Certificate;
  readonly certificateHash: string;
}

export interface View extends Source {
  readonly language: Language;
  /** The language of the territory, whose pages have no language in their address. */
  readonly ownLanguage: Language;
  readonly words: PortalWords;
  readonly links: Links;
  /** Of the page, without its language. */
  readonly path: string;
  /** Addresses of style sheet and script, by name. */
  readonly assets: Readonly<Record<AssetName, string>>;
}

/** A finished page without what is around it. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  readonly description: string;
  readonly nav: keyof PortalWords["nav"] | null;
  readonly body: Html;
  /** For pages that search engines need not know. */
  readonly isUnlisted?: boolean;
  /** What runs on it beside the script of all pages. */
  readonly script?: AssetName;
  /** Address of an Atom feed about the same. */
  readonly feed?: string;
  /** In place of a page with navigation: a whole document or picture of its own, and what it is. */
  readonly document?: string;
  readonly type?: string;
}

export const wordsOf = (language: Language): PortalWords => portalWords(language);

/** A text in the language of the page. */
export const say = ({ language }: Pick<View, "language">, text: Text): string => pickText(text, language);

/** A name with a capital at its start, as a heading begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number of an indicator for people. */
export const show = (
  { language, release }: Pick<View, "language" | "release">,
  value: number,
  unit: CatalogIndicator["unit"],
  options: FormatOptions = {},
): string => formatValue(value, unit, language, { currency: release.catalog.currency, ...options });

export const indicatorOf = ({ release }: Pick<View, "release">, id: string): CatalogIndicator | undefined =>
  release.catalog.indicators.find((indicator) => indicator.id === id);

/** The last period of an indicator. */
export const lastPeriod = ({ periods }: Pick<CatalogIndicator, "periods">): string => periods.at(-1)!;
