// The portal's words by language.

import type { Language } from "#domain/language";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type PortalWords = typeof en;

const WORDS: Readonly<Partial<Record<Language, PortalWords>>> = { en, zh };

/** The words of a language; English ones for one without any. */
export const portalWords = (language: Language): PortalWords => WORDS[language] ?? en;
