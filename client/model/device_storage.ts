// What a browser keeps beside the link: for this tab, or for this device. A browser that keeps nothing is served as well.

type Kind = "tab" | "device";

const storageOf = (kind: Kind): Storage => (kind === "tab" ? window.sessionStorage : window.localStorage);

/** The text kept under a key; null where there is none, or where the browser does not let the page keep anything. */
export function readKept(kind: Kind, key: string): string | null {
  try {
    return storageOf(kind).getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a key. Where the browser refuses, the screen works as on a first visit. */
export function keep(kind: Kind, key: string, text: string): void {
  try {
    storageOf(kind).setItem(key, text);
  } catch {
    // Nothing that the reader has asked for is lost.
  }
}
