// The phone's menu: what stands in the bar where there is room.

import { PageLink } from "../catalog/PageLink.tsx";
import { useWords } from "../i18n/words.ts";
import { catalogAddress } from "../location.ts";
import { useScreen } from "../screen.ts";
import { Icon } from "./Icon.tsx";
import { Popover } from "./Popover.tsx";
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
  const { view, change } = useScreen();
  const { copy, message } = useShare();
  const otherTheme = view.theme === "light" ? "dark" : "light";
  return (
    <>
      <button
        type="button"
        lang={language === "en" ? "zh" : "en"}
        data-closes
        onClick={() => change({ language: language === "en" ? "zh" : "en" })}
      >
        <Icon name="language" />
        {t.languageName}
      </button>
      <button type="button" data-closes onClick={() => change({ theme: otherTheme })}>
        <Icon name={otherTheme === "dark" ? "moon" : "sun"} />
        {t.theme[otherTheme]}
      </button>
      <button type="button" onClick={() => void copy()}>
        <Icon name="share" />
        <output>{message || t.share}</output>
      </button>
      <PageLink to={catalogAddress(null)}>
        <Icon name="list" />
        {t.catalog.open}
      </PageLink>
    </>
  );
}
