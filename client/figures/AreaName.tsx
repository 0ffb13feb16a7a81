// The name of an area, and behind it those of the areas above that tell it apart: 白场村 · 晴关乡.

import { areaContract } from "#domain/contract/areas";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import "./figures.css";

export interface AreaNameProps {
  readonly name: string;
  /** Names of the areas above that tell it apart, the nearest first. */
  readonly above?: readonly string[] | undefined;
}

export const AreaName = ({ name, above = [] }: AreaNameProps) => (
  <>
    <b className="area-name">{name}</b>
    {above.map((parent) => (
      <span key={parent} className="area-above">
        {` · ${parent}`}
      </span>
    ))}
  </>
);

export interface InnerAreaNameProps {
  readonly code: string;
  readonly name: string;
  /** The area whose inside is listed. */
  readonly inside: string;
}

/** The name of an area in a short list of what is inside another one, with the area right above where that is not the other one. */
export function InnerAreaName({ code, name, inside }: InnerAreaNameProps) {
  const words = useWords();
  const { catalog } = useView();
  const area = useAnswer(areaContract, {
    params: { code },
    query: { release: catalog.address },
  });
  const parent = area.data?.parents.at(-1);
  return <AreaName name={name} above={parent && parent.code !== inside ? [words.text(parent.names)] : []} />;
}
