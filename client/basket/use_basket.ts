// What the basket holds: areas with their names and people, once the server has answered.

import { packCodes } from "#domain/area_set_codec";
import { setContract } from "#domain/contract/sets";
import type { SetResponse } from "#domain/contract/sets";
import { useAnswer } from "#client/data/use_answer.ts";
import type { AnswerState } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { peopleMeasure } from "#client/model/filter.ts";

export interface Basket {
  readonly codes: readonly string[];
  readonly answer: AnswerState<SetResponse>;
  /** "33 villages", of one level; "33 areas" for several, or while the answer is on its way. */
  readonly areas: string;
  /** Null where nobody counts people, or while the answer is on its way. */
  readonly people: number | null;
}

/** The basket of the view; null for an empty one. The question is that of the card of the sum. */
export function useBasket(): Basket | null {
  const words = useWords();
  const { catalog, resolved, view } = useView();
  const { indicator, period } = resolved;
  const codes = view.set;
  const shown = indicator ?? catalog.indicators[0];
  const answer = useAnswer(
    setContract,
    codes && shown
      ? { query: { release: catalog.address, codes: packCodes(codes), period, indicator: shown.id } }
      : null,
  );
  if (!codes) return null;
  const known = answer.data;
  const levels = new Set(known?.areas.map(({ level }) => level));
  const level = levels.size === 1 ? catalog.levels.find(({ id }) => levels.has(id)) : undefined;
  const count = known?.areas.length ?? codes.length;
  const measure = peopleMeasure(catalog);
  return {
    codes,
    answer,
    areas: level
      ? words.areas(level, count)
      : words.t.set.areas(count, words.number(count, "count", { whole: true })),
    people: measure === null ? null : (known?.measures[measure] ?? null),
  };
}
