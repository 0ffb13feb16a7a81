// Which releases are published: reported by the server over a connection that is open while the page is visible.

import { useSyncExternalStore } from "react";
import { eventsContract, releaseEvent } from "#domain/contract/events";
import type { ReleaseEvent } from "#domain/contract/events";
import { createStore } from "#client/model/store.ts";
import { retryNow } from "./retry_policy.ts";

/** The browser connects again by itself, except when it was answered with an error. */
const RECONNECT_MS = 30_000;

const published = createStore<ReleaseEvent | null>(null);
let subscribers = 0;
let source: EventSource | null = null;
let reconnect: ReturnType<typeof setTimeout> | undefined;

function onRelease(event: MessageEvent<string>): void {
  const data: unknown = JSON.parse(event.data);
  published.set((import.meta.env.DEV ? releaseEvent.parse(data) : data) as ReleaseEvent);
}

function close(): void {
  clearTimeout(reconnect);
  source?.close();
  source = null;
}

/** Connects while there are subscribers and the page is visible; a page in the background holds no connection. */
function connect(): void {
  if (subscribers === 0 || document.hidden) {
    close();
    return;
  }
  if (source && source.readyState !== EventSource.CLOSED) return;
  close();
  source = new EventSource(eventsContract.path);
  source.addEventListener("release", onRelease);
  source.addEventListener("open", retryNow);
  source.addEventListener("error", ({ target }) => {
    if ((target as EventSource).readyState === EventSource.CLOSED)
      reconnect = setTimeout(connect, RECONNECT_MS);
  });
}

/** Without waiting for the browser, which tries again with pauses of its own. */
function connectAnew(): void {
  close();
  connect();
  retryNow();
}

function subscribe(listener: () => void): () => void {
  const unsubscribe = published.subscribe(listener);
  subscribers++;
  document.addEventListener("visibilitychange", connect);
  window.addEventListener("online", connectAnew);
  connect();
  return () => {
    unsubscribe();
    if (--subscribers > 0) return;
    document.removeEventListener("visibilitychange", connect);
    window.removeEventListener("online", connectAnew);
    close();
  };
}

/** What is published, and which release of it is the latest; null until the server has reported it. */
export const usePublished = (): ReleaseEvent | null => useSyncExternalStore(subscribe, published.get);
