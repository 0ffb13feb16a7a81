// GET /live, /ready, /api/health, /metrics: none asks the database, so they answer while that is away.

import { healthContract, liveContract, metricsContract, readyContract } from "#domain/contract/health";
import { ProblemError } from "#server/errors";
import { NOT_KEPT } from "#server/http/cache_headers";
import { plain, raw } from "#server/http/route";

export const liveRoute = plain(liveContract, () => ({ status: "live" as const }));

/** Ready is what can answer, if only from memory. */
export const readyRoute = plain(readyContract, ({ watch }) => {
  if (watch.latest === null) throw new ProblemError(503, "not ready", "nothing is published yet");
  return { status: "ready" as const, release: watch.latest.number };
});

export const healthRoute = plain(
  healthContract,
  ({ store, watch, database, tileStatistics }, { isOperator }) => ({
    status: watch.isReachable ? ("ok" as const) : ("degraded" as const),
    release: watch.latest?.number ?? null,
    database: {
      mode: database.mode,
      reachable: watch.isReachable,
      version: isOperator ? database.version : null,
      registerBarred: database.isRegisterBarred,
    },
    uptimeSeconds: Math.round(process.uptime()),
    ...(isOperator
      ? {
          memoryBytes: process.memoryUsage.rss(),
          caches: { ...store.statistics(), hotTiles: tileStatistics() },
        }
      : {}),
  }),
);

export const metricsRoute = raw(metricsContract, async ({ metrics }, _req, res) => {
  res.setHeader("Cache-Control", NOT_KEPT);
  res.type(metricsContract.media!).send(await metrics.text());
});
