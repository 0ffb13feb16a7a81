// Addresses whose path names the open area: `/map/{code}` instead of `?area={code}`.

import { CODE_PATTERN } from "#domain/id";
import { decode, encode } from "./permalink.ts";
import type { Decoded } from "./permalink.ts";
import { roomOfPath, roomRow } from "./rooms.ts";
import type { View } from "./view.ts";

/** The room of a path whose addresses name the area in the path, and the area; null elsewhere. */
function placedRoom(path: string): { readonly path: string; readonly code: string | null } | null {
  const room = roomOfPath(path);
  if (!room) return null;
  const row = roomRow(room.id);
  return row.isPlaced ? { path: row.path, code: room.rest } : null;
}

/** The view of an address. An area in the path goes before one in the query; a malformed one is reported. */
export function decodeAddress(path: string, search: string, defaults: View): Decoded {
  const decoded = decode(search, defaults);
  const code = placedRoom(path)?.code ?? null;
  if (code === null) return decoded;
  return CODE_PATTERN.test(code)
    ? { ...decoded, view: { ...decoded.view, area: code } }
    : { ...decoded, dropped: [...decoded.dropped, `area=${code}`] };
}

/** The address of a view on the page of a path: the area stands in the path where the room has it there. */
export function encodeAddress(
  path: string,
  view: View,
  defaults: View,
  pinned?: Parameters<typeof encode>[2],
): string {
  const placed = placedRoom(path);
  if (!placed) return path + encode(view, defaults, pinned);
  const place = view.area === null ? placed.path : `${placed.path}/${view.area}`;
  return place + encode({ ...view, area: null }, defaults, pinned);
}
