// The two buttons that say and show everything otherwise, on every page.

import { LANGUAGES, nextLanguage } from "#domain/language";
import { useWords } from "#client/i18n/words.ts";
import type { View } from "#client/model/view.ts";
import { Icon } from "./Icon.tsx";

export interface LanguageAndThemeProps {
  readonly theme: View["theme"];
  change(to: Partial<Pick<View, "language" | "theme">>): void;
}

export function LanguageAndTheme({ theme, change }: LanguageAndThemeProps) {
  const { t, language } = useWords();
  const otherLanguage = nextLanguage(language);
  const otherTheme = theme === "light" ? "dark" : "light";
  return (
    <>
      <button
        type="button"
        className="button"
        lang={LANGUAGES[otherLanguage].htmlLang}
        aria-label={LANGUAGES[otherLanguage].changeTo}
        onClick={() => change({ language: otherLanguage })}
      >
        {LANGUAGES[otherLanguage].shortName}
      </button>
      <button
        type="button"
        className="button is-square"
        aria-label={t.theme[otherTheme]}
        title={t.theme[otherTheme]}
        onClick={() => change({ theme: otherTheme })}
      >
        <Icon name={otherTheme === "dark" ? "moon" : "sun"} />
      </button>
    </>
  );
}
