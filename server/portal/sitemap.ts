// The list of pages for search engines (sitemaps.org), in all languages.

import { LANGUAGE_IDS } from "#domain/language";
import { escapeHtml } from "./html.ts";
import type { View } from "./view.ts";

/** Most addresses that one list may have. */
const LIMIT = 50_000;

/** Paths of all pages that search engines should know: the fixed ones and all areas, the upper levels first. */
export async function listedPaths({ store, release }: View, limit = Infinity): Promise<string[]> {
  const paths = ["", "find", "change", "money", "methods", "certificate", "releases", "data"];
  for (const { id } of release.catalog.levels) {
    const index = await store.areas.level(release.boundaryVersion, id);
    for (let idx = 0; idx < index.length && paths.length < limit; idx++)
      paths.push(`place/${index.code(idx)}`);
  }
  return paths;
}

/** The list itself. */
export async function sitemap(view: View): Promise<string> {
  const { links } = view;
  const paths = await listedPaths(view, LIMIT / LANGUAGE_IDS.length);
  const addresses = paths.flatMap((path) =>
    LANGUAGE_IDS.map((id) => links.absolute(path, id) ?? links.page(path, id)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.map((address) => `<url><loc>${escapeHtml(address)}</loc></url>`).join("\n")}\n</urlset>\n`;
}
