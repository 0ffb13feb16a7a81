// What is around every page: head, navigation, foot.

import { LANGUAGES, LANGUAGE_IDS } from "#domain/language";
import { html, joined, type Html } from "./html.ts";
import { say, type Page, type View } from "./view.ts";

/** Sections in the order of the navigation. */
const SECTIONS = ["home", "find", "reports", "data", "methods", "releases"] as const;
/** Sections that need a server. */
const SERVED: readonly string[] = ["reports"];
const PATHS = {
  home: "",
  find: "find",
  data: "data",
  methods: "methods",
  releases: "releases",
  certificate: "certificate",
  embed: "embed",
  reports: "reports",
} as const;

const MARK = html`<svg
  viewBox="0 0 24 24"
  width="24"
  height="24"
  fill="none"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path d="M4 10.5 12 4l8 6.5V20H4z" stroke="currentColor" stroke-width="1.8" />
  <circle cx="12" cy="13.5" r="3.2" stroke-width="1.8" />
</svg>`;

/** Links for search engines to the same page in all languages. */
function alternates({ links, path, language }: View): Html {
  // They are addresses with a host, which files have only where that is known.
  if (!links.isServed && links.absolute(path, language) === null) return html``;
  const canonical = links.absolute(path, language) ?? links.page(path, language);
  return html`<link rel="canonical" href="${canonical}" />${LANGUAGE_IDS.map(
      (id) =>
        html`<link
          rel="alternate"
          hreflang="${LANGUAGES[id].htmlLang}"
          href="${links.absolute(path, id) ?? links.page(path, id)}"
        />`,
    )}`;
}

/** What other sites show beside a link; of files whose address is not known there can be none. */
function card(view: View, title: string, description: string): Html | null {
  const { links, path, language, release } = view;
  if (!links.isServed && links.absolute(path, language) === null) return null;
  return html`<meta property="og:title" content="${title}" /><meta
      property="og:description"
      content="${description}"
    /><meta property="og:type" content="website" /><meta
      property="og:locale"
      content="${LANGUAGES[language].htmlLang.replace("-", "_")}"
    /><meta property="og:site_name" content="${say(view, release.catalog.title)}" />`;
}

function head(view: View, { title, description, isUnlisted, script, feed }: Page): Html {
  const { words, assets } = view;
  const full = `${title} · ${words.name}`;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <title>${full}</title>
    <meta name="description" content="${description}" />
    ${isUnlisted ? html`<meta name="robots" content="noindex" />` : html`${alternates(view)}${card(view, full, description)}`}
    ${feed === undefined ? null : html`<link rel="alternate" type="application/atom+xml" href="${feed}" />`}
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${assets["portal.css"]}" />
    <script src="${assets["portal.js"]}" defer></script>
    ${script ? html`<script src="${assets[script]}" defer></script>` : null}
  </head>`;
}

function navigation(view: View, { nav }: Page): Html {
  const { words, links, language, path, release } = view;
  const other = LANGUAGE_IDS.find((id) => id !== language)!;
  const section = (id: (typeof SECTIONS)[number]): Html =>
    html`<a href="${links.page(PATHS[id], language)}" ${nav === id ? html` aria-current="page"` : null}
      >${words.nav[id]}</a
    >`;
  return html`<a class="skip" href="#main">${words.skip}</a>
    <header class="bar">
      <div class="wrap">
        <a class="mark" href="${links.page("", language)}">${MARK}<b>${words.name}</b></a
        ><span class="chip">${words.edition}</span>
        <nav aria-label="${words.menu}">
          ${SECTIONS.filter((id) => links.isServed || !SERVED.includes(id)).map(section)}
        </nav>
        <span class="end"
          >${release.catalog.isFictional ? html`<span class="demo">${words.fictional}</span>` : null}<a
            href="${links.page(path, other)}"
            lang="${LANGUAGES[other].htmlLang}"
            hreflang="${LANGUAGES[other].htmlLang}"
            >${LANGUAGES[other].name}</a
          ></span
        >
      </div>
    </header>`;
}

function foot(view: View): Html {
  const { words, links, language, release } = view;
  const { licence } = release.catalog;
  const more = (
    ["methods", "certificate", "releases", "data", ...(links.isServed ? (["embed"] as const) : [])] as const
  ).map((id) => html`<a href="${links.page(PATHS[id], language)}">${words.nav[id]}</a>`);
  return html`<footer>
    <div class="wrap">
      <span
        >${joined(
          [say(view, release.catalog.title), licence.attribution, licence.name].filter((text) => text !== ""),
          " · ",
        )}</span
      ><span class="more">${more}</span>
    </div>
  </footer>`;
}

/** A page as a document. */
export const documentOf = (view: View, page: Page): string =>
  `<!doctype html>\n${
    html`<html lang="${LANGUAGES[view.language].htmlLang}">
      ${head(view, page)}
      <body>
        ${navigation(view, page)}
        <main id="main" class="wrap">${page.body}</main>
        ${foot(view)}
      </body>
    </html>`.text
  }\n`;
