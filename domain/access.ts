// Who may ask: every contract names one row. There is no log-in yet.

interface AccessRule {
  /** Whether somebody who is not known may ask. */
  readonly isAnonymous: boolean;
  /** Whether only who works on the machine of the server may ask, not through a proxy. */
  readonly isLocal: boolean;
}

export const ACCESS = {
  everybody: { isAnonymous: true, isLocal: false },
  operator: { isAnonymous: false, isLocal: true },
} as const satisfies Record<string, AccessRule>;

export type Access = keyof typeof ACCESS;
