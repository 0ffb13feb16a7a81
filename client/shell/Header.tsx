// The bar at the top: brand, lenses, what is shown, search, tools.

import { LANGUAGES, nextLanguage } from "#domain/language";
import { useWords } from "#client/i18n/words.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { useCatalogAddress } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { IndicatorPicker } from "./IndicatorPicker.tsx";
import { ModePicker } from "./ModePicker.tsx";
import { LanguageAndTheme } from "#client/ui/LanguageAndTheme.tsx";
import { LensTabs } from "./LensTabs.tsx";
import { LevelPicker } from "./LevelPicker.tsx";
import { Menu } from "./Menu.tsx";
import { Search } from "./Search.tsx";
import { useShare } from "./use_share.ts";
import "#client/styles/header.css";

function Brand() {
  const { t, language } = useWords();
  const otherLanguage = nextLanguage(language);
  return (
    <div className="brand">
      <svg width="22" height="22" viewBox="0 0 24 24" fill="none" strokeLinejoin="round" aria-hidden="true">
        <path d="M4 10.5 12 4l8 6.5V20H4z" stroke="var(--ink)" strokeWidth="1.8" />
        <circle cx="12" cy="13.5" r="3.2" stroke="var(--accent)" strokeWidth="1.8" />
      </svg>
      <h1>{t.product}</h1>
      <span lang={LANGUAGES[otherLanguage].htmlLang}>{LANGUAGES[otherLanguage].product}</span>
    </div>
  );
}

function ShareButton() {
  const { t } = useWords();
  const { copy, message } = useShare();
  return (
    <span className="share">
      <button
        type="button"
        className="button is-square"
        aria-label={t.share}
        title={t.share}
        onClick={() => void copy()}
      >
        <Icon name="share" />
      </button>
      <output className={message ? "toast card" : "visually-hidden"}>{message}</output>
    </span>
  );
}

export function Header({ isNarrow, onHelp }: { readonly isNarrow: boolean; onHelp(): void }) {
  const { t } = useWords();
  const { view, change } = useView();
  const catalog = useCatalogAddress(null);
  if (isNarrow)
    return (
      <header className="header">
        <Brand />
        <LensTabs />
        <Search />
        <Menu />
      </header>
    );
  return (
    <header className="header">
      <Brand />
      <LensTabs />
      <IndicatorPicker />
      <ModePicker />
      <LevelPicker />
      <Search />
      <div className="tools">
        <PageLink to={catalog} className="button">
          {t.catalog.open}
        </PageLink>
        <LanguageAndTheme theme={view.theme} change={change} />
        <ShareButton />
        <button
          type="button"
          className="button is-square"
          aria-label={t.help}
          title={t.help}
          onClick={onHelp}
        >
          <span aria-hidden="true">{"?"}</span>
        </button>
      </div>
    </header>
  );
}
