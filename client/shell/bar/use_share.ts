// The link of what is on the screen, into the clipboard.

import { useState } from "react";
import { useWords } from "#client/i18n/words.ts";
import { shareLink } from "#client/model/location.ts";
import { useView } from "#client/data/view_context.ts";

/** Milliseconds for which the outcome is shown. */
const SHOWN_MS = 2500;

/** The writer, and what came of it: empty before and a while after. */
export function useShare(): { copy(): Promise<void>; message: string } {
  const { t } = useWords();
  const { catalog } = useView();
  const [message, setMessage] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(shareLink(catalog.release));
      setMessage(t.shared);
    } catch {
      setMessage(t.shareFailed);
    }
    setTimeout(() => setMessage(""), SHOWN_MS);
  };
  return { copy, message };
}
