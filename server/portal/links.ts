// Addresses of the portal's pages and files: on a server below a prefix, in static files relative to the page.

import { LANGUAGE_IDS, type Language } from "#domain/language";

/** Where something of the portal is, seen from one page. */
export interface Links {
  /** Of a page by its path, "" for home. */
  page(path: string, language: Language): string;
  /** Of a file that is the same in all languages. */
  file(path: string): string;
  /** Address with host, for other sites; null where the host is not known. */
  absolute(path: string, language: Language): string | null;
  absoluteFile(path: string): string | null;
  /** Whether a server answers, which searches. */
  readonly isServed: boolean;
}

/** Path of a page in its language, which is left out where it is the portal's own. */
export const pathIn = (path: string, language: Language, own: Language): string =>
  [...(language === own ? [] : [language]), ...(path === "" ? [] : [path])].join("/");

/** Language and path of a page; the opposite of `pathIn`. */
export function readPath(path: string, own: Language): { path: string; language: Language } {
  const [first = "", ...rest] = path.split("/");
  const language = LANGUAGE_IDS.find((id) => id === first);
  return language ? { path: rest.join("/"), language } : { path, language: own };
}

/** Links of a server whose portal begins at `prefix`, without a slash at its end; `origin` is its public address. */
export function servedLinks(prefix: string, own: Language, origin: string | null): Links {
  const page = (path: string, language: Language): string => `${prefix}/${pathIn(path, language, own)}`;
  const tidy = (address: string): string => (address.length > 1 ? address.replace(/\/$/, "") : address);
  return {
    page: (path, language) => tidy(page(path, language)),
    file: (path) => `${prefix}/${path}`,
    absolute: (path, language) => (origin === null ? null : origin + tidy(page(path, language))),
    absoluteFile: (path) => (origin === null ? null : `${origin}${prefix}/${path}`),
    isServed: true,
  };
}

const folder = (path: string): string => (path === "" ? "" : `${path}/`);

/** The way from a folder to something else below the same root, as short as it can be; both end with a slash where they are folders. */
function wayTo(from: string, to: string): string {
  let same = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at++) if (from[at] === "/") same = at + 1;
  return ("../".repeat(from.slice(same).split("/").length - 1) || "./") + to.slice(same);
}

/** Links of the page at `at` in a folder of files; `base` is the address at which the folder will stand. */
export function staticLinks(at: string, own: Language, base: string | null): Links {
  const root = base === null ? null : `${base.replace(/\/$/, "")}/`;
  const from = folder(at);
  return {
    page: (path, language) => wayTo(from, folder(pathIn(path, language, own))),
    file: (path) => wayTo(from, path),
    absolute: (path, language) => (root === null ? null : root + folder(pathIn(path, language, own))),
    absoluteFile: (path) => (root === null ? null : root + path),
    isServed: false,
  };
}

/** Links of a file that is shown at any address below `base`, or below the root where that is not known. */
export function rootedLinks(own: Language, base: string | null): Links {
  const root = base === null ? "/" : `${new URL(base).pathname.replace(/\/$/, "")}/`;
  return {
    ...staticLinks("", own, base),
    page: (path, language) => root + folder(pathIn(path, language, own)),
    file: (path) => root + path,
  };
}
