// What may be asked of a page of the portal beside its path.

/** What may stand behind the question mark of a page. */
export interface Asked {
  readonly lang?: string;
  readonly q?: string;
  readonly kind?: string;
  readonly place?: string;
  readonly figure?: string;
  readonly static?: string;
}

export const ASKED: readonly (keyof Asked)[] = ["lang", "q", "kind", "place", "figure", "static"];
