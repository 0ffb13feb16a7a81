// The line at the foot of a profile: which release all of it was read from.

import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";

export function ReleaseLine() {
  const { t, text } = useWords();
  const { catalog } = useView();
  return (
    <p className="release-line">
      {t.join([
        text(catalog.title),
        t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? ""),
        catalog.licence.attribution,
        t.attribution(catalog.licence.name),
      ])}
    </p>
  );
}
