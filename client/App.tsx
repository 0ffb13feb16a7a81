// From the address to the screen: words, theme, catalogue, and then everything else.

import { Fragment, Suspense, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { LANGUAGES } from "#domain/language";
import { LENS_RAMPS } from "#domain/lens_colours";
import { NotFoundPage } from "./pages/not_found/NotFoundPage.tsx";
import { PAGES, pageOf } from "./pages/pages.ts";
import type { OpenPage, Page } from "./pages/pages.ts";
import { KeptRoom } from "./shell/KeptRoom.tsx";
import { Shell } from "./shell/Shell.tsx";
import { Problem } from "./ui/Problem.tsx";
import { Skeleton } from "./ui/Skeleton.tsx";
import type { BaseView } from "./model/view.ts";
import { WordsContext, wordsOf } from "./i18n/words.ts";
import { useLocation, usePath } from "./model/location.ts";
import { presentPath } from "./model/rooms.ts";
import { usePrinting } from "./model/printing.ts";
import { useCatalog } from "./data/use_catalog.ts";

// Not only when the catalogue is there.
pageOf(presentPath(window.location.pathname, window.location.search))?.page.prefetch?.();

/** The open page, and those that stay on the screen behind it. */
function useShownPages(open: OpenPage | null): readonly { readonly page: Page; readonly isOpen: boolean }[] {
  const [kept, setKept] = useState<readonly Page[]>([]);
  if (open?.page.isKept && !kept.includes(open.page)) setKept([...kept, open.page]);
  return PAGES.filter((page) => page === open?.page || kept.includes(page)).map((page) => ({
    page,
    isOpen: page === open?.page,
  }));
}

export function App() {
  const { view: viewFromUrl, dropped, change } = useLocation();
  const isPrinting = usePrinting();
  const view = useMemo(
    (): BaseView => (isPrinting ? { ...viewFromUrl, theme: "light" } : viewFromUrl),
    [viewFromUrl, isPrinting],
  );
  const path = usePath();
  const open = useMemo(() => pageOf(path), [path]);
  const pages = useShownPages(open);
  const { catalog: known, latest, error, retry } = useCatalog(view.release);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = LANGUAGES[view.language].htmlLang;
    root.dataset["theme"] = view.theme;
    LENS_RAMPS[view.lens][view.theme].forEach((colour, i) => root.style.setProperty(`--c${i}`, colour));
  }, [view.language, view.theme, view.lens]);

  // A wall goes from room to room, and may do so when the server is away.
  const isWall = view.display === "wall";
  useEffect(() => {
    if (isWall) for (const page of PAGES) page.prefetch?.();
  }, [isWall]);

  // Labels are those of the period on the screen.
  const period = view.period ?? known?.periods.at(-1) ?? null;
  const currency = known?.currency;
  const words = useMemo(() => wordsOf(view.language, period, currency), [view.language, period, currency]);
  return (
    <WordsContext value={words}>
      {open === null ? (
        <NotFoundPage />
      ) : known ? (
        <Shell {...{ catalog: known, view, change }} room={open.page.room} periodOf={open.page.periodOf}>
          {pages.map(({ page, isOpen }) => {
            const content = (
              <Suspense fallback={null}>
                <page.Component
                  {...{ isOpen, catalog: known, latest, view, change, dropped }}
                  params={open.params}
                />
              </Suspense>
            );
            return page.isKept ? (
              <KeptRoom key={page.path.source} isOpen={isOpen}>
                {content}
              </KeptRoom>
            ) : (
              <Fragment key={page.path.source}>{content}</Fragment>
            );
          })}
        </Shell>
      ) : error ? (
        <Problem error={error} retry={retry} isWhole />
      ) : (
        <Skeleton />
      )}
    </WordsContext>
  );
}
