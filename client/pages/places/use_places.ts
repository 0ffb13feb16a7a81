// What the comparison of places needs: a profile of each, of the area that holds them, and the values of their level.

import { profileContract } from "#domain/contract/areas";
import type { Profile } from "#domain/contract/areas";
import type { CatalogLevel } from "#domain/contract/catalog";
import { columnsContract } from "#domain/contract/columns";
import type { Columns } from "#domain/contract/columns";
import type { ApiError } from "#client/data/api.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { MAX_PLACES } from "#client/model/basket.ts";
import { commonParent, comparableIndicators } from "#client/model/place_rows.ts";

export interface Place {
  readonly code: string;
  readonly profile: Profile;
}

export interface Places {
  readonly period: string;
  /** Those whose profiles are there, in the order of the link. */
  readonly places: readonly Place[];
  /** Of the area that holds them all; null while it is on its way, or where there is none. */
  readonly whole: Profile | null;
  /** Of all areas of the level of the first place inside that area. */
  readonly columns: Columns | null;
  readonly level: CatalogLevel | null;
  /** Codes that this release does not have. */
  readonly unknown: readonly string[];
  readonly isLoading: boolean;
  readonly error: ApiError | null;
  retry(): void;
}

export function usePlaces(): Places {
  const { catalog, view } = useView();
  const codes = view.places ?? [];
  const period =
    view.period !== null && catalog.periods.includes(view.period)
      ? view.period
      : (catalog.periods.at(-1) ?? "");
  const askedOf = (code: string | null | undefined) =>
    code == null ? null : { params: { code }, query: { release: catalog.address, period } };
  // As many as there can be, so that the number of hooks stays.
  const [a, b, c, d] = [0, 1, 2, 3].map((at) => askedOf(codes[at])) as [Asked, Asked, Asked, Asked];
  const answers = [
    useAnswer(profileContract, a),
    useAnswer(profileContract, b),
    useAnswer(profileContract, c),
    useAnswer(profileContract, d),
  ].slice(0, Math.min(codes.length, MAX_PLACES));
  const places = answers.flatMap(({ data }, at): Place[] =>
    data ? [{ code: codes[at]!, profile: data }] : [],
  );
  const isThere = answers.every(({ isLoading }) => !isLoading) && places.length > 0;
  const parent = isThere ? commonParent(places.map(({ profile }) => profile.area)) : null;
  const level = catalog.levels.find(({ id }) => id === places[0]?.profile.area.level) ?? null;
  const whole = useAnswer(profileContract, askedOf(parent));
  const columns = useAnswer(
    columnsContract,
    isThere && level
      ? {
          query: {
            release: catalog.address,
            level: level.id,
            parent: parent === catalog.rootCode ? null : parent,
            period,
            indicators: comparableIndicators(catalog)
              .map(({ id }) => id)
              .join(),
          },
        }
      : null,
  );
  const isUnknown = ({ error }: (typeof answers)[number]): boolean => error?.status === 404;
  const failed = [...answers.filter((answer) => !isUnknown(answer)), whole, columns].find(
    ({ error }) => error,
  );
  return {
    period,
    places,
    whole: whole.data,
    columns: columns.data,
    level,
    unknown: codes.filter((_, at) => answers[at] && isUnknown(answers[at])),
    isLoading: [...answers, whole, columns].some(({ isLoading }) => isLoading),
    error: failed?.error ?? null,
    retry: () => failed?.retry(),
  };
}

type Asked = {
  readonly params: { readonly code: string };
  readonly query: { readonly release: string; readonly period: string };
} | null;
