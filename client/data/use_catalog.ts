// The catalogue of the release that is shown: the one of the link, else the latest, as long as it is published.

import { useEffect } from "react";
import { catalogContract } from "#domain/contract/catalog";
import type { Catalog } from "#domain/contract/catalog";
import type { ApiError } from "./api.ts";
import { queryClient } from "./query_client.ts";
import { usePublished } from "./releases.ts";
import { useAnswer } from "./use_answer.ts";

interface ShownCatalog {
  /** Null until it is there, and where the release that was shown is no longer published. */
  readonly catalog: Catalog | null;
  /** Number of the latest release, null while it is unknown. */
  readonly latest: number | null;
  readonly error: ApiError | null;
  retry(): void;
}

/** The catalogue of a release by number, or of the latest for null; it stays until the next one is there. */
export function useCatalog(release: number | null): ShownCatalog {
  const news = usePublished();
  const asked = useAnswer(catalogContract, { query: { release } });
  const shown = asked.shown?.answer ?? null;
  // A link that pins no release follows the latest, also where that is another one of the same number.
  const latest = news?.address ?? null;
  const isOld = release === null && shown !== null && latest !== null && latest !== shown.address;
  const newer = useAnswer(catalogContract, isOld ? { query: { release: latest } } : null);
  // Withdrawn, or of a database that is no longer there: the server has the word about it.
  const isGone = !isOld && news !== null && shown !== null && !news.published.includes(shown.address);
  useEffect(() => {
    if (isGone) void queryClient.resetQueries({ queryKey: [catalogContract.id] });
  }, [isGone]);
  const isRefused = isGone && asked.error?.kind === "refused";
  return {
    catalog: isRefused ? null : ((isOld ? newer.shown?.answer : null) ?? shown),
    latest: news?.release ?? null,
    error: asked.error,
    retry: asked.retry,
  };
}
