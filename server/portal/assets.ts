// Style sheet and script of the portal, named by their contents.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

interface Asset {
  readonly name: string;
  readonly extension: string;
  readonly type: string;
  readonly text: string;
  readonly hash: string;
}

/** Seen from here. */
const TOKENS = "../../client/styles/tokens.css";

/** Colours of the tokens, the dark ones where the reader's device is dark: no page of the portal holds a choice of its own. */
const tokens = (text: string): string =>
  text
    .replace("@media not print", "@media screen and (prefers-color-scheme: dark)")
    .replace('[data-theme="dark"]', ":root");

/** The asset made of files, which follow one another. */
function read(name: string, extension: string, type: string, files: readonly string[]): Asset {
  const text = files
    .map((file) => {
      const own = readFileSync(new URL(file, import.meta.url), "utf8");
      return file === TOKENS ? tokens(own) : own;
    })
    .join("");
  return { name, extension, type, text, hash: createHash("sha256").update(text).digest("hex").slice(0, 12) };
}

/** In the order in which they follow one another. */
const STYLES = ["frame", "home", "map", "place", "report", "embed", "widths"] as const;

export const ASSETS = {
  "portal.css": read("portal", "css", "text/css; charset=utf-8", [
    TOKENS,
    ...STYLES.map((name) => `./assets/${name}.css`),
  ]),
  "portal.js": read("portal", "js", "text/javascript; charset=utf-8", ["./assets/portal.js"]),
  "report.js": read("report", "js", "text/javascript; charset=utf-8", ["./assets/report.js"]),
} as const;

export type AssetName = keyof typeof ASSETS;

/** Path of an asset in the portal, which changes with its contents. */
export const assetPath = ({ name, extension, hash }: Asset): string => `assets/${name}-${hash}.${extension}`;

/** The asset at a path. */
export const findAsset = (path: string): Asset | undefined =>
  Object.values(ASSETS).find((asset) => assetPath(asset) === path);
