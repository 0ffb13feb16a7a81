// What an address leads to that is no page of the app, with the way back.

import { useEffect } from "react";
import { useWords } from "#client/i18n/words.ts";
import { mapAddress } from "#client/model/location.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import "./not_found.css";

export function NotFoundPage() {
  const { t } = useWords();
  const title = t.documentTitle(t.notFound.title, t.product);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="not-found card">
      <h1>{t.notFound.title}</h1>
      <p>{t.notFound.what(decodeURI(window.location.pathname))}</p>
      <PageLink className="button" to={mapAddress({})}>
        {t.notFound.back}
      </PageLink>
    </main>
  );
}
