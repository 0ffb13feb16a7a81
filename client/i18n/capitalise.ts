// Labels are stored as inside a sentence; where one stands alone it begins with a capital.

/** Text with its first letter as a capital; what begins with a digit, or with a letter that has no case, stays as it is. */
export const capitalise = (text: string): string =>
  text.replace(/^\p{Ll}(?!\p{Lu})/u, (first) => first.toUpperCase());
