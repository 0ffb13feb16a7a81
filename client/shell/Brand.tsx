// The mark and the name of the product, in the other language too where there is room.

import { LANGUAGES, nextLanguage } from "#domain/language";
import { useWords } from "#client/i18n/words.ts";

export function Brand() {
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
