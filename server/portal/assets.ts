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

function read(name: string, extension: string, type: string): Asset {
  const text = readFileSync(new URL(`./assets/${name}.${extension}`, import.meta.url), "utf8");
  return { name, extension, type, text, hash: createHash("sha256").update(text).digest("hex").slice(0, 12) };
}

export const ASSETS = {
  "portal.css": read("portal", "css", "text/css; charset=utf-8"),
  "portal.js": read("portal", "js", "text/javascript; charset=utf-8"),
  "report.js": read("report", "js", "text/javascript; charset=utf-8"),
} as const;

export type AssetName = keyof typeof ASSETS;

/** Path of an asset in the portal, which changes with its contents. */
export const assetPath = ({ name, extension, hash }: Asset): string => `assets/${name}-${hash}.${extension}`;

/** The asset at a path. */
export const findAsset = (path: string): Asset | undefined =>
  Object.values(ASSETS).find((asset) => assetPath(asset) === path);
