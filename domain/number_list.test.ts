import fc from "fast-check";
import { expect, test } from "vitest";
import { readRisingNumbers } from "./number_list.ts";

test("what JavaScript writes of rising numbers is read as it was", () => {
  const number = fc.double({ min: -1e14, max: 1e14, noNaN: true });
  fc.assert(
    fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 6 }), (numbers) => {
      const rising = [...new Set(numbers.map((n) => n + 0))].sort((a, b) => a - b);
      expect(readRisingNumbers(rising.join(), 6)).toEqual(rising);
    }),
  );
});

test.each(["", "60,30", "30,30", "1,2,3,", "1,,2", "x", "0x10", " 1", "1e400", "Infinity", "1".repeat(16)])(
  "%j is refused",
  (text) => expect(readRisingNumbers(text, 6)).toBeUndefined(),
);

test("more numbers than allowed are refused", () => {
  expect(readRisingNumbers("1,2,3", 2)).toBeUndefined();
  expect(readRisingNumbers("1,2,3", 3)).toEqual([1, 2, 3]);
});
