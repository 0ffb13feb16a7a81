// How many pupils the schools that are there already take: all within the limit, or as many as they have places.

import type { Situation } from "#domain/contract/situation";
import { useWords } from "#client/i18n/words.ts";
import type { LimitsProps } from "./Limits.tsx";
import { Pill } from "./Pill.tsx";

export interface ExistingProps extends LimitsProps {
  /** Null until the situation is known. */
  readonly places: Situation["places"] | null;
}

export function Existing({ question, places, onAsk }: ExistingProps) {
  const words = useWords();
  const t = words.t.plan.existing;
  const value = question.existingPlaces ? "places" : "all";
  const count = (number: number): string => words.number(number, "count");
  return (
    <>
      <p>
        {t.before}{" "}
        <Pill
          label={t[value]}
          title={t.title}
          value={value}
          options={(["all", "places"] as const).map((id) => ({ value: id, label: t[id] }))}
          onChoose={(id) => onAsk({ existingPlaces: id === "places" })}
        />
      </p>
      {question.existingPlaces && places && (
        <p className="plan-quiet">
          {words.t.join([
            t.known(count(places.known)),
            ...(places.unknown > 0 ? [t.unknown(places.unknown)] : []),
          ])}
        </p>
      )}
    </>
  );
}
