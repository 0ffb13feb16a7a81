// Characters that nobody sees, but that change how a terminal or a browser shows what stands around them.

/** Controls of terminals, and those that turn the direction of writing: a name has none of them. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;
/** The same but for line ends and tabs, which text of several lines has. */
const UNSEEN_IN_LINES = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text with every such character as its code, which JSON takes for the same. */
export const visibleText = (text: string): string => text.replace(UNSEEN_IN_LINES, escaped);

/** Text without any such character. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

/** Text of several lines without any such character but line ends and tabs. */
export const withoutUnseenInLines = (text: string): string => text.replace(UNSEEN_IN_LINES, "");
