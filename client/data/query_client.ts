// The cache of answers: each question is asked once, however many components ask it.

import { QueryClient } from "@tanstack/react-query";
import type { ApiError } from "./api.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

/** Answers that nobody looks at any more: the newest of them stay, for a while. */
const KEPT = 60;
const KEPT_MS = 30 * 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A browser that believes itself offline may still reach a server nearby.
      networkMode: "always",
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      structuralSharing: false,
      gcTime: KEPT_MS,
      retry: (_failures, { kind }) => kind !== "refused",
      // `answers.ts` waits before it asks again, since a server that is back ends the wait.
      retryDelay: 0,
    },
  },
});

let kept = KEPT;

/** Keeps every answer from now on: a screen that nobody attends shows them again when the server is away. */
export function keepEveryAnswer(): void {
  kept = Infinity;
  const defaults = queryClient.getDefaultOptions();
  queryClient.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, gcTime: Infinity } });
}

const cache = queryClient.getQueryCache();
cache.subscribe(({ type }) => {
  if (type !== "added") return;
  const unused = cache
    .findAll({ type: "inactive", fetchStatus: "idle" })
    .filter(({ state }) => state.data !== undefined)
    .sort((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt);
  for (const query of unused.slice(0, Math.max(0, unused.length - kept))) cache.remove(query);
});
