// Another release has been published: the map has gone over to it, or, where the link pins an older one, offers to.

import { useState } from "react";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";

export function ReleaseNotice({ latest }: { readonly latest: number | null }) {
  const { t } = useWords();
  const { catalog, view, change } = useView();
  /** What needs no word any more: the release the page began with, then what the reader has put away. */
  const [seen, setSeen] = useState(catalog.release);
  const isPinned = view.release !== null;
  const newest = isPinned ? latest : catalog.release;
  if (newest === null || newest === seen || (isPinned && newest <= catalog.release)) return null;
  return (
    <section className="notice card is-small" data-testid="release-notice">
      <p>{isPinned ? t.releaseWaits(newest, catalog.release) : t.releaseCame(newest)}</p>
      {isPinned && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setSeen(newest);
            change({ release: null });
          }}
        >
          {t.releaseGo}
        </button>
      )}
      <button type="button" className="button is-square" aria-label={t.close} onClick={() => setSeen(newest)}>
        <Icon name="close" />
      </button>
    </section>
  );
}
