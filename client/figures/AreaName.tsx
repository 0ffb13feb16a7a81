// The name of an area, and behind it those of the areas above that tell it apart: 白场村 · 晴关乡.

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
