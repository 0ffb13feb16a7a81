// The bar at the top: brand, lenses, what is shown, search, tools.

import { useWords } from "#client/i18n/words.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { useCatalogAddress, useOverviewAddress } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";
import { BasketChip } from "#client/basket/BasketChip.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { Brand } from "./Brand.tsx";
import { IndicatorPicker } from "./IndicatorPicker.tsx";
import { ModePicker } from "./ModePicker.tsx";
import { useMedia } from "#client/ui/media.ts";
import { LanguageAndTheme } from "#client/ui/LanguageAndTheme.tsx";
import { LensTabs } from "./LensTabs.tsx";
import { LevelPicker } from "./LevelPicker.tsx";
import { Menu } from "./Menu.tsx";
import { Search } from "./Search.tsx";
import { useShare } from "./use_share.ts";
import "#client/styles/header.css";

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

/** Below this width the names of what is chosen need the room of all that the menu can hold. */
const TIGHT_PX = 1400;

export function Header({ isNarrow, onHelp }: { readonly isNarrow: boolean; onHelp(): void }) {
  const { t } = useWords();
  const { view, change } = useView();
  const catalog = useCatalogAddress(null);
  const overview = useOverviewAddress();
  const isTight = useMedia(`screen and (max-width: ${TIGHT_PX}px)`);
  if (isNarrow)
    return (
      <header className="header">
        <Brand />
        <LensTabs />
        <Search />
        <BasketChip />
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
        <BasketChip />
        <PageLink to={overview} className="button">
          {t.overview.title}
        </PageLink>
        {isTight ? (
          <Menu />
        ) : (
          <>
            <PageLink to={catalog} className="button">
              {t.catalog.open}
            </PageLink>
            <LanguageAndTheme theme={view.theme} change={change} />
            <ShareButton />
          </>
        )}
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
