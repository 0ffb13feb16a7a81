// The languages of the interface: a folder and a row each.

import type { Language } from "#domain/language";
import { en } from "./en/messages.ts";
import type { Messages } from "./en/messages.ts";
import { zh } from "./zh/messages.ts";

export type { Messages };

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };
