// From the address to the screen: words, theme, catalogue, and then everything else.

import { Suspense, useLayoutEffect, useMemo } from "react";
import { LANGUAGES } from "#domain/language";
import { LENS_RAMPS } from "#domain/lens_colours";
import { NotFoundPage } from "./pages/not_found/NotFoundPage.tsx";
import { pageOf } from "./pages/pages.ts";
import { Problem } from "./ui/Problem.tsx";
import { Skeleton } from "./ui/Skeleton.tsx";
import type { BaseView } from "./model/view.ts";
import { WordsContext, wordsOf } from "./i18n/words.ts";
import { useLocation, usePath } from "./model/location.ts";
import { usePrinting } from "./model/printing.ts";
import { useCatalog } from "./data/use_catalog.ts";

// Not only when the catalogue is there.
pageOf(window.location.pathname)?.page.prefetch?.();

export function App() {
  const { view: viewFromUrl, dropped, change } = useLocation();
  const isPrinting = usePrinting();
  const view = useMemo(
    (): BaseView => (isPrinting ? { ...viewFromUrl, theme: "light" } : viewFromUrl),
    [viewFromUrl, isPrinting],
  );
  const path = usePath();
  const open = useMemo(() => pageOf(path), [path]);
  const { catalog: known, latest, error, retry } = useCatalog(view.release);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = LANGUAGES[view.language].htmlLang;
    root.dataset["theme"] = view.theme;
    LENS_RAMPS[view.lens][view.theme].forEach((colour, i) => root.style.setProperty(`--c${i}`, colour));
  }, [view.language, view.theme, view.lens]);

  // Labels are those of the period on the screen.
  const period = view.period ?? known?.periods.at(-1) ?? null;
  const currency = known?.currency;
  const words = useMemo(() => wordsOf(view.language, period, currency), [view.language, period, currency]);
  return (
    <WordsContext value={words}>
      {open === null ? (
        <NotFoundPage />
      ) : known ? (
        <Suspense fallback={<Skeleton />}>
          <open.page.Component {...{ catalog: known, latest, view, change, dropped }} params={open.params} />
        </Suspense>
      ) : error ? (
        <Problem error={error} retry={retry} isWhole />
      ) : (
        <Skeleton />
      )}
    </WordsContext>
  );
}
