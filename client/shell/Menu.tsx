// The phone's menu: what stands in the bar where there is room.

import { LANGUAGES, nextLanguage } from "#domain/language";
import { PageLink } from "#client/ui/PageLink.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useCatalogAddress, useMapAddress, useOverviewAddress, usePath } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import { useShare } from "./use_share.ts";
import "./menu.css";

export function Menu() {
  const { t } = useWords();
  return (
    <Popover
      className="menu"
      buttonClass="button is-square"
      align="right"
      title={t.more}
      label={
        <>
          <Icon name="more" />
          <span className="visually-hidden">{t.more}</span>
        </>
      }
    >
      <Choices />
    </Popover>
  );
}

function Choices() {
  const { t, language } = useWords();
  const { view, change } = useView();
  const { copy, message } = useShare();
  const otherLanguage = nextLanguage(language);
  const [overview, map] = [useOverviewAddress(), useMapAddress()];
  const otherTheme = view.theme === "light" ? "dark" : "light";
  return (
    <>
      <button
        type="button"
        lang={LANGUAGES[otherLanguage].htmlLang}
        data-closes
        onClick={() => change({ language: otherLanguage })}
      >
        <Icon name="language" />
        {LANGUAGES[otherLanguage].name}
      </button>
      <button type="button" data-closes onClick={() => change({ theme: otherTheme })}>
        <Icon name={otherTheme === "dark" ? "moon" : "sun"} />
        {t.theme[otherTheme]}
      </button>
      <button type="button" onClick={() => void copy()}>
        <Icon name="share" />
        <output>{message || t.share}</output>
      </button>
      {usePath() === "/" ? (
        <PageLink to={overview}>
          <Icon name="home" />
          {t.overview.title}
        </PageLink>
      ) : (
        <PageLink to={map}>
          <Icon name="map" />
          {t.overview.openMap}
        </PageLink>
      )}
      <PageLink to={useCatalogAddress(null)}>
        <Icon name="list" />
        {t.catalog.open}
      </PageLink>
    </>
  );
}
