// Lists of rising numbers in addresses: `0.1,0.2,0.4`.

/** Whether every number is larger than the one before; NaN never is. */
const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => Number.isFinite(number) && (i === 0 || number > numbers[i - 1]!));

/** All that JavaScript writes for numbers below 10¹⁵: 0.0000010000000000000002 has 22 decimals. */
const NUMBER = /^-?\d{1,15}(\.\d{1,22})?(e-?\d{1,3})?$/;

/** The numbers between the commas of `text`; undefined unless they are 1 to `most` numbers that rise. */
export function readRisingNumbers(text: string, most: number): number[] | undefined {
  const numbers = text.split(",").map((part) => (NUMBER.test(part) ? Number(part) : Number.NaN));
  return numbers.length <= most && isRising(numbers) ? numbers : undefined;
}
