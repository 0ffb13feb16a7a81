// `lens draft`: makes the draft release anew.

import { optionalNumber, UsageError, type Command } from "#server/cli/command";
import { makeDraft } from "#server/release/make_draft";

const MAX_VERSION = 1_000_000;

export const draftCommand: Command<{ readonly boundaryVersion: number | null }> = {
  name: "draft",
  operands: [],
  options: { boundary: { type: "string", value: "V" } },
  summary: "make the draft anew, for boundary version V (the newest)",
  parse: (words) => ({ boundaryVersion: optionalNumber(words, "boundary", MAX_VERSION) }),
  async run({ boundaryVersion }, { database, user, onProgress, print }) {
    const draft = await makeDraft(database, {
      createdBy: user,
      onProgress,
      ...(boundaryVersion === null ? {} : { boundaryVersion }),
    });
    if (!draft) throw new UsageError("nothing is stored yet: import a profile first");
    print(
      draft.isNew
        ? `draft release ${draft.number} is ready: npm run lens -- publish ${draft.number}`
        : `release ${draft.number} shows exactly this already`,
    );
    return true;
  },
};
