// What belongs to the reader and not to a room: language, theme, link, keys, paper.

import { LANGUAGES, nextLanguage } from "#domain/language";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { printPage } from "#client/model/printing.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import { PictureButton } from "#client/shell/picture/PictureButton.tsx";
import { useShare } from "./use_share.ts";
import "./me_menu.css";

export interface MeMenuProps {
  /** Whether its name stands under the icon, as in the tabs of a phone. */
  readonly isTab?: boolean;
  onHelp(): void;
  onWall(): void;
}

export function MeMenu({ isTab = false, onHelp, onWall }: MeMenuProps) {
  const { t } = useWords();
  return (
    <Popover
      className="menu"
      buttonClass={isTab ? "button" : "button is-square"}
      align="right"
      title={t.bar.menu}
      label={
        <>
          <Icon name="more" />
          <span className={isTab ? "" : "visually-hidden"}>{t.bar.more}</span>
        </>
      }
    >
      <Choices onHelp={onHelp} onWall={onWall} />
    </Popover>
  );
}

function Choices({ onHelp, onWall }: Pick<MeMenuProps, "onHelp" | "onWall">) {
  const { t, language } = useWords();
  const { view, change } = useView();
  const { copy, message } = useShare();
  const otherLanguage = nextLanguage(language);
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
        {/* What an output says is no part of a button's name. */}
        {!message && <span>{t.share}</span>}
        <output>{message}</output>
      </button>
      <PictureButton />
      <button type="button" data-closes onClick={() => void printPage()}>
        <Icon name="print" />
        {t.bar.print}
      </button>
      <button type="button" data-closes onClick={onWall}>
        <Icon name="wall" />
        {t.wall.title}
      </button>
      <button type="button" data-closes onClick={onHelp}>
        <Icon name="keys" />
        {t.help}
      </button>
    </>
  );
}
