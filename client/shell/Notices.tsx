// Notices on the map: invented data, a link that could not be read, an empty lens or period, a failure.

import { useState } from "react";
import { LENS_IDS } from "#domain/lens";
import { useWords } from "#client/i18n/words.ts";
import { TileFailureNotice } from "./TileFailureNotice.tsx";
import { unknownNames } from "#client/model/resolved_view.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { MODES } from "#client/modes/modes.ts";
import { useFailure } from "./use_progress.ts";
import { ReleaseNotice } from "./ReleaseNotice.tsx";
import "#client/styles/notices.css";

export function Fictional() {
  const { t } = useWords();
  return <p className="fictional">{t.fictional}</p>;
}

/** The same on a printed page; nothing for real data. */
export function FictionalOnPaper() {
  const { catalog } = useView();
  return (
    catalog.isFictional && (
      <div className="paper-only">
        <Fictional />
      </div>
    )
  );
}

export function Licence() {
  const { t, language } = useWords();
  const { catalog } = useView();
  const { name, attribution } = catalog.licence;
  return (
    <footer className="licence" lang={language}>
      {t.join([attribution, t.attribution(name)])}
    </footer>
  );
}

export interface NoticesProps {
  readonly dropped: readonly string[];
  /** Number of the latest release, null while it is unknown. */
  readonly latest: number | null;
}

export function Notices({ dropped, latest }: NoticesProps) {
  const { t, text } = useWords();
  const { resolved, view, catalog, change } = useView();
  const failure = useFailure();
  const [closed, setClosed] = useState("");
  const unread = [
    ...dropped,
    ...unknownNames(view, catalog),
    ...(view.mode.kind === "named" && !(view.mode.id in MODES) ? [`mode=${view.mode.id}`] : []),
  ].join(", ");
  return (
    <div aria-live="polite" className="notices">
      <ReleaseNotice latest={latest} />
      {!resolved.indicator && <EmptyLens />}
      {resolved.indicator && resolved.nearestPeriod && (
        <section className="notice card">
          <h2>{t.nothingIn(text(resolved.indicator.label), resolved.period)}</h2>
          <button type="button" className="button" onClick={() => change({ period: resolved.nearestPeriod })}>
            {t.goTo(resolved.nearestPeriod)}
          </button>
        </section>
      )}
      {view.period !== null && view.period !== resolved.period && (
        <SmallNotice onClose={() => change({ period: null }, "replace")}>
          {t.unknownPeriod(view.period, resolved.period)}
        </SmallNotice>
      )}
      <TileFailureNotice />
      {failure && <Problem error={failure.error} retry={failure.retry} />}
      {unread && unread !== closed && (
        <SmallNotice onClose={() => setClosed(unread)}>{t.droppedLink(unread)}</SmallNotice>
      )}
    </div>
  );
}

/** The release has nothing of the lens that the link names; the way to one that it has. */
function EmptyLens() {
  const words = useWords();
  const { t } = words;
  const { resolved, catalog, change } = useView();
  const lensName = (id: string): string =>
    words.label(catalog.lenses.find((lens) => lens.id === id)?.label ?? {});
  const wayBack = LENS_IDS.find(
    (id) =>
      id !== resolved.lens && catalog.lenses.some((lens) => lens.id === id && lens.indicators.length > 0),
  );
  return (
    <section className="notice card">
      <h2>{t.lensEmpty(lensName(resolved.lens))}</h2>
      <p>{t.lensEmptyWhat}</p>
      {wayBack && (
        <button type="button" className="button" onClick={() => change({ lens: wayBack, indicator: null })}>
          {t.lensBack(lensName(wayBack))}
        </button>
      )}
    </section>
  );
}

interface SmallNoticeProps {
  readonly children: string;
  onClose(): void;
}

/** A line that can be closed. */
function SmallNotice({ children, onClose }: SmallNoticeProps) {
  const { t } = useWords();
  return (
    <section className="notice card is-small">
      <p>{children}</p>
      <button type="button" className="button is-square" aria-label={t.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </section>
  );
}
