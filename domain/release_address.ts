// How a release is named in addresses: by number, or by number and stamp, which is never used again for anything else.

/** Hexadecimal digits of a stamp: enough that no two databases, contents and versions of the API share one. */
export const STAMP_DIGITS = 16;

/** `7`, or `7-0f3a…`. */
export const RELEASE_ADDRESS = /^[1-9]\d{0,8}(?:-[0-9a-f]{16})?$/;

/** The rule, for messages. */
export const RELEASE_ADDRESS_RULE = "a number, or a number and its stamp as in the catalogue";

/** The number in an address. */
export const releaseNumberOf = (address: string): number => Number.parseInt(address, 10);

/** Whether an address has a stamp, so that what is answered under it never changes. */
export const isStamped = (address: string): boolean => address.includes("-");
