// The section `register` that `lens inspect` writes, as a plain value with its comments.

import type { FoundLevel } from "./levels.ts";
import { fileKeys, type Part } from "./profile_nodes.ts";
import { periodOfRegister, type FoundRecords, type FoundRegister } from "./register.ts";

/** So many of the villages of the records are areas of the lowest level. */
const MOST = 0.9;

/** Digits to which codes of villages that lost zeros are restored; undefined where none did. */
function padOf({ village }: FoundRecords, known: ReadonlySet<string>): number | undefined {
  const lengths = new Set([...known].map(({ length }) => length));
  const [length] = lengths;
  if (lengths.size !== 1 || [...village.distinct].every((code) => code.length >= length!)) return undefined;
  const restored = [...village.distinct].filter((code) => known.has(code.padStart(length!, "0")));
  return restored.length >= MOST * village.distinct.size ? length : undefined;
}

function recordsValue(found: FoundRecords, known: ReadonlySet<string>): Record<string, unknown> {
  const pad = padOf(found, known);
  return {
    ...fileKeys(found.source.spec),
    village: found.village.name,
    household: found.household.name,
    ...(pad === undefined ? {} : { pad }),
    columns: found.columns,
  };
}

const countOf = ({ source: { rowCount, isCut } }: FoundRecords): string =>
  `${isCut ? "at least " : ""}${rowCount}`;

/** Household and person records. `latest` is the last period of the tables. */
export function registerPart(register: FoundRegister, levels: readonly FoundLevel[], latest: string): Part {
  const { households, persons } = register;
  const known = levels.at(-1)?.space?.codes ?? new Set<string>();
  const period = periodOfRegister(register);
  const { source, village } = households;
  const pad = padOf(households, known);
  const unknown = [...village.distinct].filter((code) => !known.has(pad ? code.padStart(pad, "0") : code));
  const left = source.columns.filter(
    (column) =>
      column !== village &&
      column !== households.household &&
      !Object.values(households.columns).includes(column.name) &&
      column !== period?.column,
  );
  return {
    value: {
      period: period?.value ?? latest,
      households: recordsValue(households, known),
      persons: recordsValue(persons, known),
    },
    comments: [
      `guessed: ${countOf(households)} households and ${countOf(persons)} members, by their headers; nothing of the records is written here`,
      `period: ${period?.because ?? "guessed: nothing says of which period the records are"}`,
      unknown.length <= (1 - MOST) * village.distinct.size
        ? `sure: ${village.name} holds codes of the lowest level`
        : `to be filled: ${unknown.length} of ${village.distinct.size} codes in ${village.name} are no areas of the lowest level`,
      ...(left.length > 0 ? [`not used of the households: ${left.map(({ name }) => name).join(", ")}`] : []),
      'to be filled: poverty lines, such as lines: [{ area: CODE OF THE TOP AREA, period: "2020", yuan: 4000 }]',
    ],
  };
}
