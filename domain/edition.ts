// Editions of a release: which columns each may carry, and who may keep copies of its answers.

import type { Indicator } from "./indicator.ts";

type DisclosureClass = NonNullable<Indicator["disclosure"]>;

interface EditionRule {
  /** Classes of the indicators whose columns it may carry; null for all, those without a class too. */
  readonly carries: readonly DisclosureClass[] | null;
  /** Whether caches that many people share may keep its answers. */
  readonly isShared: boolean;
  /** Whether every release has it; others are made for some. */
  readonly isInEveryRelease: boolean;
}

export const EDITIONS = {
  internal: { carries: null, isShared: false, isInEveryRelease: true },
  public: { carries: ["D0", "D1", "D2", "D4"], isShared: true, isInEveryRelease: false },
} as const satisfies Record<string, EditionRule>;

export type Edition = keyof typeof EDITIONS;

export const EDITION_IDS = Object.keys(EDITIONS) as [Edition, ...Edition[]];

/** The edition that is answered from where none is named. */
export const DEFAULT_EDITION: Edition = "internal";

export const isEdition = (text: string): text is Edition => Object.hasOwn(EDITIONS, text);

/** Whether an edition may carry the columns of an indicator. */
export function mayCarry(edition: Edition, { disclosure }: Pick<Indicator, "disclosure">): boolean {
  const { carries }: EditionRule = EDITIONS[edition];
  return carries === null || (disclosure !== undefined && carries.includes(disclosure));
}
