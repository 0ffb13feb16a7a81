// Whether all that the screen has asked for is there.

import { queryClient } from "./query_client.ts";

/** True when every question that the screen asks has its answer, or is one that the server refuses. */
export function isAnswered(): boolean {
  const asked = queryClient.getQueryCache().findAll({ type: "active" });
  return asked.every(({ state }) => state.data !== undefined || state.error?.kind === "refused");
}
