// Whether a media query holds, followed.

import { useSyncExternalStore } from "react";

/** The screen width below which the phone's layout holds, as in the style sheets. */
const NARROW_PX = 860;

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

/** Whether the phone's layout holds. */
export const useNarrow = (): boolean => useMedia(`screen and (max-width: ${NARROW_PX}px)`);
