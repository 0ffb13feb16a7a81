// Who may ask: every contract names one row. There is no log-in yet, so there is one row.

interface AccessRule {
  /** Whether somebody who is not known may ask. */
  readonly isAnonymous: boolean;
}

export const ACCESS = {
  everybody: { isAnonymous: true },
} as const satisfies Record<string, AccessRule>;

export type Access = keyof typeof ACCESS;
