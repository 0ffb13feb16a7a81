// The portal: which page or file stands at a path, made from the latest public release.

import { FALLBACK_LANGUAGE, LANGUAGE_IDS, type Language } from "#domain/language";
import { ProblemError } from "#server/errors";
import type { Store } from "#server/read/store";
import { AreaGroups } from "./area_groups.ts";
import { ASSETS, assetPath, findAsset } from "./assets.ts";
import { documentOf } from "./layout.ts";
import { servedLinks, readPath, type Links } from "./links.ts";
import { notFoundPage } from "./pages/about.ts";
import { findPlaces, LONGEST_SEARCH } from "./pages/find.ts";
import type { Asked } from "./asked.ts";
import { PAGES } from "./pages/pages.ts";
import { findFile } from "./files/files.ts";
import { PublicReleases } from "./public_releases.ts";
import { sitemap } from "./sitemap.ts";
import { wordsOf, type Certificate, type Page, type Source, type View } from "./view.ts";

export interface PortalAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** Release by address and what of it: equal names have equal bodies; null for what is not kept. */
  readonly name: string | null;
  /** Whether the address changes with the contents. */
  readonly isFinal: boolean;
  /** Whether other sites may show it in a frame. */
  readonly isEmbed?: boolean;
}

export interface PortalOptions {
  /** Reads the public edition. */
  readonly store: Store;
  /** Where the portal begins, without a slash at its end. */
  readonly prefix: string;
  /** Public address of the server; null where it is not known. */
  readonly origin: string | null;
}

const HTML_TYPE = "text/html; charset=utf-8";
const SUGGESTED = 8;

export class Portal {
  readonly releases: PublicReleases;
  readonly #options: PortalOptions;
  readonly #groups: AreaGroups;
  readonly #certificates = new Map<string, { certificate: Certificate; hash: string }>();

  constructor(options: PortalOptions) {
    this.#options = options;
    this.releases = new PublicReleases(options.store);
    this.#groups = new AreaGroups(options.store);
  }

  /** What all pages of a release are made from: the latest, or that with a number; throws a 404. */
  async source(number?: number): Promise<Source> {
    const { store } = this.#options;
    const release = await this.releases.find(number);
    const kept = this.#certificates.get(release.address);
    const [row] = kept
      ? [kept]
      : await store.rows<{ certificate: Certificate; hash: string }>(
          "select certificate, hash from release.public_edition where release = $1",
          [release.number],
        );
    this.#certificates.set(release.address, row!);
    return {
      store,
      groups: this.#groups,
      release,
      releases: await this.releases.list(),
      certificate: row!.certificate,
      certificateHash: row!.hash,
    };
  }

  /** The answer to a path below the prefix, without slashes around it; what is not there is the page that says so. */
  async answer(path: string, query: Asked): Promise<PortalAnswer> {
    const asset = findAsset(path);
    if (asset) return { status: 200, type: asset.type, body: asset.text, name: path, isFinal: true };
    const own = await this.#ownLanguage();
    const { path: page, language: inPath } = readPath(path, own);
    const language = LANGUAGE_IDS.find((id) => id === query.lang) ?? inPath;
    try {
      return await this.#find(page, language, query);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 404) throw error;
      const view = this.view(
        await this.source(),
        language,
        page,
        servedLinks(this.#options.prefix, own, this.#options.origin),
      );
      return {
        status: 404,
        type: HTML_TYPE,
        body: documentOf(view, notFoundPage(view)),
        name: null,
        isFinal: false,
      };
    }
  }

  /** A release in a language, as a page at `path` is made from it. */
  view(source: Source, language: Language, path: string, links: Links): View {
    return {
      ...source,
      language,
      ownLanguage: ownLanguageOf(source),
      words: wordsOf(language),
      links,
      path,
      assets: {
        "portal.css": links.file(assetPath(ASSETS["portal.css"])),
        "portal.js": links.file(assetPath(ASSETS["portal.js"])),
        "report.js": links.file(assetPath(ASSETS["report.js"])),
      },
    };
  }

  /** A page of a view by its path; throws a 404. */
  async page(view: View, query: Asked = {}): Promise<Page> {
    for (const { pattern, make } of PAGES) {
      const match = pattern.exec(view.path);
      if (match) return make(view, match.groups ?? {}, query);
    }
    throw new ProblemError(404, "not found", "no such page");
  }

  /** What a page at `path` is made from that stands beside those of the table, and how its address is read. */
  async served(
    path: string,
    wanted: string | undefined,
  ): Promise<{ readonly view: View; readonly path: string }> {
    const { prefix, origin } = this.#options;
    const source = await this.source();
    const own = ownLanguageOf(source);
    const read = readPath(path, own);
    const language = LANGUAGE_IDS.find((id) => id === wanted) ?? read.language;
    return {
      view: this.view(source, language, read.path, servedLinks(prefix, own, origin)),
      path: read.path,
    };
  }

  async #ownLanguage(): Promise<Language> {
    return ownLanguageOf({ release: await this.releases.find() });
  }

  async #find(path: string, language: Language, query: Asked): Promise<PortalAnswer> {
    const { prefix, origin } = this.#options;
    const number = /^data\/(\d{1,9})[./]/.exec(path)?.[1];
    const source = await this.source(number === undefined ? undefined : Number(number));
    const view = this.view(source, language, path, servedLinks(prefix, ownLanguageOf(source), origin));
    const file = await findFile(source, path);
    if (file) return { status: 200, ...file, name: `${source.release.address} ${path}`, isFinal: false };
    if (path === "sitemap.xml")
      return {
        status: 200,
        type: "application/xml",
        body: await sitemap(view),
        name: `${source.release.address} ${prefix} sitemap`,
        isFinal: false,
      };
    if (path === "suggest") {
      const { places } = await findPlaces(view, (query.q ?? "").slice(0, LONGEST_SEARCH), SUGGESTED);
      return {
        status: 200,
        type: "application/json; charset=utf-8",
        body: JSON.stringify(places),
        name: null,
        isFinal: false,
      };
    }
    const page = await this.page(view, query);
    const isPlain = query.q === undefined && Object.keys(query).every((key) => key === "lang");
    const isEmbed = /^embed\/./.test(path);
    return {
      status: 200,
      type: page.type ?? HTML_TYPE,
      body: page.document ?? documentOf(view, page),
      name: isPlain ? `${source.release.address} ${prefix} ${language} ${path}` : null,
      isFinal: false,
      isEmbed,
    };
  }
}

const ownLanguageOf = ({ release }: Pick<Source, "release">): Language =>
  LANGUAGE_IDS.find((id) => id === release.catalog.defaultLanguage) ?? FALLBACK_LANGUAGE;
