// Which form of a word goes with a number, by the plural rules of the language.

/** Forms of a word by the category of its number, as `Intl.PluralRules` names them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The function that picks the form of a word for a number in a language. */
export function pluralOf(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
