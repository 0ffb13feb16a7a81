// Addresses whose path names the open area: `/overview/{code}` instead of `?area={code}`.

import { CODE_PATTERN } from "#domain/id";
import { decode, encode } from "./permalink.ts";
import type { Decoded } from "./permalink.ts";
import type { View } from "./view.ts";

export const OVERVIEW_PATH = "/overview";

const PLACED = new RegExp(`^${OVERVIEW_PATH}(?:/([^/]+))?/?$`);

/** The view of an address. An area in the path goes before one in the query; a malformed one is reported. */
export function decodeAddress(pathname: string, search: string, defaults: View): Decoded {
  const decoded = decode(search, defaults);
  const code = PLACED.exec(pathname)?.[1];
  if (code === undefined) return decoded;
  return CODE_PATTERN.test(code)
    ? { ...decoded, view: { ...decoded.view, area: code } }
    : { ...decoded, dropped: [...decoded.dropped, `area=${code}`] };
}

/** The address of a view on the page of a path: the area stands in the path where the page has it there. */
export function encodeAddress(
  pathname: string,
  view: View,
  defaults: View,
  pinned?: Parameters<typeof encode>[2],
): string {
  if (!PLACED.test(pathname)) return pathname + encode(view, defaults, pinned);
  const path = view.area === null ? OVERVIEW_PATH : `${OVERVIEW_PATH}/${view.area}`;
  return path + encode({ ...view, area: null }, defaults, pinned);
}
