// Where something is worked on: that nothing can be stored for now, before anybody loses work by trying.

import { useReadOnly } from "#client/data/use_writes.ts";
import { useWords } from "#client/i18n/words.ts";
import "#client/styles/notices.css";

export function ReadOnlyNotice() {
  const { t } = useWords();
  return (
    <div aria-live="polite">
      {useReadOnly() && (
        <section className="notice card is-wide">
          <h2>{t.problem.readOnly}</h2>
          <p>{t.problem.readOnlyWhat}</p>
        </section>
      )}
    </div>
  );
}
