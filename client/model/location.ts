// The view as a store over the address bar: typed writers, back and forward.

import { useSyncExternalStore } from "react";
import { FALLBACK_LANGUAGE, LANGUAGE_IDS, type Language } from "#domain/language";
import { decodeAddress, encodeAddress } from "./address.ts";
import { encode } from "./permalink.ts";
import type { Decoded } from "./permalink.ts";
import { addressRemembered, rememberRoom, viewOnEntry } from "./room_memory.ts";
import { viewLink } from "./playlist.ts";
import { presentPath, roomOfPath, roomRow } from "./rooms.ts";
import type { RoomId } from "./rooms.ts";
import { defaultView, withPatch } from "./view.ts";
import type { BaseView, Camera, Surroundings, View } from "./view.ts";

function surroundings(): Surroundings {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const language =
    wanted.find((tag): tag is Language => LANGUAGE_IDS.some((known) => known === tag)) ?? FALLBACK_LANGUAGE;
  return { language, theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light" };
}

const CHANGED = "village-lens:view";
let remembered: { pathname: string; search: string; decoded: Decoded } | null = null;

const defaults = (): View => defaultView(surroundings());

/** The path of the address, as it is written today. */
const path = (): string => presentPath(window.location.pathname, window.location.search);

function current(): Decoded {
  const { pathname, search } = window.location;
  if (remembered === null || remembered.pathname !== pathname || remembered.search !== search) {
    remembered = { pathname, search, decoded: decodeAddress(path(), search, defaults()) };
    const room = roomOfPath(path());
    if (room) rememberRoom(room.id, path() + search);
  }
  return remembered.decoded;
}

interface BaseDecoded {
  readonly view: BaseView;
  readonly dropped: readonly string[];
}

let base: { readonly of: Decoded; readonly key: string; readonly decoded: BaseDecoded } | null = null;

/** The view without the camera: the same object until something else changes. */
export function currentBase(): BaseDecoded {
  const of = current();
  if (base?.of === of) return base.decoded;
  const { camera: _camera, ...view } = of.view;
  const key = [encode({ ...of.view, camera: null }, defaults()), ...of.dropped].join(" ");
  const decoded = base?.key === key ? base.decoded : { view, dropped: of.dropped };
  base = { of, key, decoded };
  return decoded;
}

/** Where the link puts the camera; null frames the open area. */
export const getCamera = (): Camera | null => current().view.camera;

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

export type Patch = Partial<View>;

/** Changes the view. `replace` is for what is no step of its own, such as the camera. */
export type ChangeView = (patch: Patch, how?: "push" | "replace") => void;

const changeView: ChangeView = (patch, how = "push") => {
  const { pathname, search } = window.location;
  const url = encodeAddress(path(), withPatch(current().view, patch), defaults());
  if (url === pathname + search) return;
  if (how === "push") window.history.pushState(null, "", url);
  else window.history.replaceState(null, "", url);
  window.dispatchEvent(new Event(CHANGED));
};

/** The path of the address, as it changes. */
export const usePath = (): string => useSyncExternalStore(subscribe, path);

/** The address of the map with the present place and time, and `patch`. */
export const mapAddress = (patch: Patch): string =>
  encodeAddress(roomRow("map").path, { ...current().view, ...patch }, defaults());

/** The address of the overview with the present place and time, and `patch`. */
export const overviewAddress = (patch: Patch): string =>
  encodeAddress(roomRow("overview").path, { ...current().view, camera: null, ...patch }, defaults());

/** The address of the workbench with the present place and time, and `patch`. */
export const planAddress = (patch: Patch): string =>
  encodeAddress(roomRow("plan").path, { ...current().view, camera: null, ...patch }, defaults());

/** The areas that were put together on the map in this tab; none where there are none. */
export function basketOfMap(): readonly string[] {
  const [lastPath, query = ""] = (addressRemembered("map") ?? "").split("?");
  return lastPath ? (decodeAddress(lastPath, query, defaults()).view.set ?? []) : [];
}

/** The address of a room at the present place and time, asked what it was asked last in this tab. */
export function roomAddress(id: RoomId): string {
  const { path: bare } = roomRow(id);
  const last = addressRemembered(id);
  const [lastPath, query = ""] = (last ?? bare).split("?");
  const lastView = decodeAddress(lastPath!, query, defaults()).view;
  return encodeAddress(
    roomRow(id).isPlaced ? bare : lastPath!,
    viewOnEntry(current().view, lastView),
    defaults(),
  );
}

/** The address of the catalogue at an indicator. */
export const entryAddress = (indicator: string): string => dataAddress(indicator);

/** The address of a page of the room of data, by what follows the room. */
export const dataAddress = (rest: string): string =>
  encodeAddress(
    `${roomRow("data").path}${rest && `/${rest}`}`,
    viewOnEntry(current().view, defaults()),
    defaults(),
  );

/** The address of the comparison of places; the view goes along for the way back. */
export const placesAddress = (places: readonly string[] | null): string =>
  `/compare${encode({ ...current().view, places }, defaults())}`;

export type WallSettings = Pick<View, "playlist" | "seconds">;

/** The address at which a wall shows a view, in the language and theme of now. */
export function wallAddress(link: string, wall: WallSettings): string {
  const [at, query = ""] = link.split("?");
  const { language, theme } = current().view;
  const { view } = decodeAddress(at!, query, defaults());
  return encodeAddress(at!, { ...view, language, theme, display: "wall", ...wall }, defaults());
}

/** The present view as a link for the playlist of a wall. */
export const presentLink = (): string =>
  viewLink(path() + window.location.search, window.location.origin) ?? roomRow("map").path;

/** Goes to an address of the app without loading the page again and without a step back. */
export function replaceAddress(address: string): void {
  window.history.replaceState(null, "", address);
  window.dispatchEvent(new Event(CHANGED));
}

/** Goes to an address of the app without loading the page again. */
export function goTo(address: string): void {
  window.history.pushState(null, "", address);
  window.dispatchEvent(new Event(CHANGED));
}

/** The address of the view with release and language written out, so that others see the same. */
export function shareLink(release: number): string {
  const { view } = current();
  const pinned = ["release", "language"] as const;
  return window.location.origin + encodeAddress(path(), { ...view, release }, defaults(), pinned);
}

/** The address of a room, which takes the present place and time along. */
export const useRoomAddress = (id: RoomId): string => useSyncExternalStore(subscribe, () => roomAddress(id));

/** The address of the catalogue at an indicator. */
export const useEntryAddress = (indicator: string): string =>
  useSyncExternalStore(subscribe, () => entryAddress(indicator));

/** The address of a page of the room of data. */
export const useDataAddress = (rest: string): string =>
  useSyncExternalStore(subscribe, () => dataAddress(rest));

/** Where the link puts the camera. */
export const useCamera = (): Camera | null => useSyncExternalStore(subscribe, getCamera);

/** The address bar but for the camera: the view, what of it could not be read, and the writer. */
export function useLocation(): BaseDecoded & { readonly change: ChangeView } {
  return { ...useSyncExternalStore(subscribe, currentBase), change: changeView };
}
