// From the address to the screen: words, theme, catalogue, and then everything else.

import { useLayoutEffect, useMemo } from "react";
import { catalogContract } from "#domain/contract/catalog";
import { LENSES } from "#domain/lens";
import { CatalogPage } from "./pages/catalog/CatalogPage.tsx";
import { Problem } from "./ui/Problem.tsx";
import { Skeleton } from "./ui/Skeleton.tsx";
import { Workspace } from "./shell/Workspace.tsx";
import type { BaseView } from "./model/view.ts";
import { WordsContext, wordsOf } from "./i18n/words.ts";
import { useLocation, usePage } from "./model/location.ts";
import { usePrinting } from "./model/printing.ts";
import { useLatestRelease } from "./data/releases.ts";
import { useAnswer } from "./data/use_answer.ts";

export function App() {
  const { view: viewFromUrl, dropped, change } = useLocation();
  const isPrinting = usePrinting();
  const view = useMemo(
    (): BaseView => (isPrinting ? { ...viewFromUrl, theme: "light" } : viewFromUrl),
    [viewFromUrl, isPrinting],
  );
  const page = usePage();
  const words = useMemo(() => wordsOf(view.language), [view.language]);
  const latest = useLatestRelease();
  const catalog = useAnswer(catalogContract, { query: { release: view.release } });
  // A link that pins no release follows the latest; the one that is shown stays until that is there.
  const isOld =
    view.release === null && catalog.data !== null && latest !== null && latest !== catalog.data.release;
  const newer = useAnswer(catalogContract, isOld ? { query: { release: latest } } : null);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = view.language === "zh" ? "zh-CN" : view.language;
    root.dataset["theme"] = view.theme;
    LENSES[view.lens].ramp[view.theme].forEach((colour, i) => root.style.setProperty(`--c${i}`, colour));
  }, [view.language, view.theme, view.lens]);

  const known = ((isOld ? newer.shown : null) ?? catalog.shown)?.answer;
  return (
    <WordsContext value={words}>
      {known && page.name === "catalog" ? (
        <CatalogPage catalog={known} view={view} change={change} indicator={page.indicator} />
      ) : known ? (
        <Workspace catalog={known} latest={latest} view={view} change={change} dropped={dropped} />
      ) : catalog.error ? (
        <Problem error={catalog.error} retry={catalog.retry} isWhole />
      ) : (
        <Skeleton />
      )}
    </WordsContext>
  );
}
