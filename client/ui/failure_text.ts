// Why something could not be done, in a line of the reader's language where its problem is known.

import type { ApiError } from "#client/data/api.ts";
import type { Words } from "#client/i18n/words.ts";

/** What an error says: by the title of the server's problem, else in the server's own words. */
export const failureText = ({ title, message }: ApiError, { t }: Pick<Words, "t">): string =>
  t.problem.known[title ?? ""] ?? message;
