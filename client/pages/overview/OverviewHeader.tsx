// The bar of the overview: product, period, search, and the ways to the other pages.

import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { useCatalogAddress, useMapAddress } from "#client/model/location.ts";
import { Brand } from "#client/shell/Brand.tsx";
import { Menu } from "#client/shell/Menu.tsx";
import { Search } from "#client/shell/Search.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { LanguageAndTheme } from "#client/ui/LanguageAndTheme.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import "#client/styles/header.css";

export interface OverviewHeaderProps {
  readonly isNarrow: boolean;
  readonly period: string;
}

/** The periods of the release as a list to choose from. */
function PeriodSelect({ period }: Pick<OverviewHeaderProps, "period">) {
  const { t } = useWords();
  const { catalog, change } = useView();
  return (
    <label className="select">
      <small>{t.period}</small>
      <select
        value={period}
        aria-label={t.period}
        onChange={(event) => change({ period: event.target.value })}
      >
        {catalog.periods.map((known) => (
          <option key={known} value={known}>
            {t.overview.periodLine(known)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}

export function OverviewHeader({ isNarrow, period }: OverviewHeaderProps) {
  const { t } = useWords();
  const { view, change } = useView();
  const map = useMapAddress();
  const catalog = useCatalogAddress(null);
  return (
    <header className="header overview-header">
      <Brand />
      <PeriodSelect period={period} />
      <Search />
      {isNarrow ? (
        <Menu />
      ) : (
        <div className="tools">
          <PageLink to={map} className="button">
            {t.overview.openMap}
          </PageLink>
          <PageLink to={catalog} className="button">
            {t.catalog.open}
          </PageLink>
          <LanguageAndTheme theme={view.theme} change={change} />
        </div>
      )}
    </header>
  );
}
