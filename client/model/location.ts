// The view as a store over the address bar: typed writers, back and forward.

import { useSyncExternalStore } from "react";
import { FALLBACK_LANGUAGE, LANGUAGE_IDS, type Language } from "#domain/language";
import { OVERVIEW_PATH, decodeAddress, encodeAddress } from "./address.ts";
import { encode } from "./permalink.ts";
import type { Decoded } from "./permalink.ts";
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

function current(): Decoded {
  const { pathname, search } = window.location;
  if (remembered === null || remembered.pathname !== pathname || remembered.search !== search)
    remembered = { pathname, search, decoded: decodeAddress(pathname, search, defaults()) };
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
  const url = encodeAddress(pathname, withPatch(current().view, patch), defaults());
  if (url === pathname + search) return;
  if (how === "push") window.history.pushState(null, "", url);
  else window.history.replaceState(null, "", url);
  window.dispatchEvent(new Event(CHANGED));
};

const path = (): string => window.location.pathname;

/** The path of the address, as it changes. */
export const usePath = (): string => useSyncExternalStore(subscribe, path);

/** The address of the map with the present view and `patch`. */
export const mapAddress = (patch: Patch): string => `/${encode({ ...current().view, ...patch }, defaults())}`;

/** The address of the catalogue, at an indicator if one is named; the view goes along for the way back. */
export const catalogAddress = (indicator: string | null): string =>
  `/catalog${indicator ? `/${indicator}` : ""}${encode(current().view, defaults())}`;

/** The address of the overview with the present view and `patch`. */
export const overviewAddress = (patch: Patch): string =>
  encodeAddress(OVERVIEW_PATH, { ...current().view, ...patch }, defaults());

/** The address of the comparison of places; the view goes along for the way back. */
export const placesAddress = (places: readonly string[] | null): string =>
  `/compare${encode({ ...current().view, places }, defaults())}`;

/** Goes to an address of the app without loading the page again. */
export function goTo(address: string): void {
  window.history.pushState(null, "", address);
  window.dispatchEvent(new Event(CHANGED));
}

/** The address of the view with release and language written out, so that others see the same. */
export function shareLink(release: number): string {
  const { view } = current();
  const pinned = ["release", "language"] as const;
  return (
    window.location.origin + encodeAddress(window.location.pathname, { ...view, release }, defaults(), pinned)
  );
}

/** Follows the address of the catalogue, which takes the present view along; at an indicator if one is named. */
export const useCatalogAddress = (indicator: string | null): string =>
  useSyncExternalStore(subscribe, () => catalogAddress(indicator));

/** Follows the address of the overview, which takes the present view along. */
export const useOverviewAddress = (): string => useSyncExternalStore(subscribe, () => overviewAddress({}));

/** Follows the address of the map, which takes the present view along and frames the open area. */
export const useMapAddress = (): string =>
  useSyncExternalStore(subscribe, () => mapAddress({ camera: null }));

/** Follows where the link puts the camera. */
export const useCamera = (): Camera | null => useSyncExternalStore(subscribe, getCamera);

/** Follows the address bar but for the camera: the view, what of it could not be read, and the writer. */
export function useLocation(): BaseDecoded & { readonly change: ChangeView } {
  return { ...useSyncExternalStore(subscribe, currentBase), change: changeView };
}
