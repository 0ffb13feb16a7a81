// What each room was last asked in this tab, so that the way back to it leads to the same.

import { keep, readKept } from "./device_storage.ts";
import type { RoomId } from "./rooms.ts";
import type { View } from "./view.ts";

const key = (room: RoomId): string => `village-lens:room:${room}`;

/** What goes along from room to room: the place, the time, the release, how the reader reads, and the wall. */
const TRAVELS = ["release", "period", "area", "language", "theme", "display", "playlist", "seconds"] as const;

const pick = (view: View): Partial<View> => Object.fromEntries(TRAVELS.map((field) => [field, view[field]]));

/** Keeps the address at which a room is open. */
export const rememberRoom = (room: RoomId, address: string): void => keep("tab", key(room), address);

/** The address at which a room was open last in this tab; null where it was not. */
export const addressRemembered = (room: RoomId): string | null => readKept("tab", key(room));

/**
 * The view with which a room is entered: its own questions as they were last, the place and time of now. In another place
 * what belonged to the last one (camera, picked areas) is left out.
 */
export function viewOnEntry(now: View, last: View): View {
  const entered = { ...last, ...pick(now) };
  return last.area === now.area ? entered : { ...entered, camera: null, set: null };
}
