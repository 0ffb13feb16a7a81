// The portal's words by language.

import type { Language } from "#domain/language";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type PortalWords = typeof en;

export const WORDS: Readonly<Record<Language, PortalWords>> = { en, zh };
