// Which release is the latest: the server tells it, over a connection that is open while the page is looked at.

import { useSyncExternalStore } from "react";
import { eventsContract, releaseEvent } from "#domain/contract/events";
import { retryNow } from "./retry_policy.ts";

/** The browser connects again by itself, except when it was answered with an error. */
const AGAIN_MS = 30_000;

let latest: number | null = null;
const listeners = new Set<() => void>();
let source: EventSource | null = null;
let again: ReturnType<typeof setTimeout> | undefined;

function hear(event: MessageEvent<string>): void {
  const told = releaseEvent.safeParse(JSON.parse(event.data));
  // Null: nothing is published any more; what is shown stays.
  if (!told.success || told.data.release === null || told.data.release === latest) return;
  latest = told.data.release;
  for (const listener of listeners) listener();
}

function close(): void {
  clearTimeout(again);
  source?.close();
  source = null;
}

/** Listens while somebody wants to know and the page is in view; a page in the background holds no connection. */
function connect(): void {
  if (listeners.size === 0 || document.hidden) {
    close();
    return;
  }
  if (source && source.readyState !== EventSource.CLOSED) return;
  close();
  source = new EventSource(eventsContract.path);
  source.addEventListener("release", hear);
  source.addEventListener("open", retryNow);
  source.addEventListener("error", ({ target }) => {
    if ((target as EventSource).readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
  });
}

/** Without waiting for the browser, which tries again with pauses of its own. */
function connectAnew(): void {
  close();
  connect();
  retryNow();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  document.addEventListener("visibilitychange", connect);
  window.addEventListener("online", connectAnew);
  connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", connect);
    window.removeEventListener("online", connectAnew);
    close();
  };
}

/** Gives the number of the latest release, null until the server has told it. */
export const useLatestRelease = (): number | null => useSyncExternalStore(subscribe, () => latest);
