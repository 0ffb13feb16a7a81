// Names of kept scenarios: a letter until somebody gives a name, so that every language can say it.

/** The letters of a number from 1, as of the columns of a sheet: A … Z, AA … */
function lettersOf(count: number): string {
  let letters = "";
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The first letter that no scenario is named by. */
export function freeLetter(names: readonly string[]): string {
  let count = 1;
  while (names.includes(lettersOf(count))) count++;
  return lettersOf(count);
}

/** A name as it is shown: a letter in the words of the language, any other as it was given. */
export const shownName = (name: string, ofLetter: (letter: string) => string): string =>
  /^[A-Z]{1,2}$/.test(name) ? ofLetter(name) : name;
