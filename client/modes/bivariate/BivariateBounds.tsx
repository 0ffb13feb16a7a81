// How the two axes of the square are parted: by what the values give, by a policy's limits, or by bounds of one's own.

import { useState } from "react";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { PairsResponse } from "#domain/contract/bivariate";
import { kindOf } from "#domain/column_kind";
import { tercileBreaks } from "#domain/bivariate";
import type { AxisBounds } from "#domain/bivariate";
import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { parseBreaks, roundBreaks, writeBreaks } from "#client/legend/breaks.ts";

interface BoundsChoiceProps {
  /** Of the axis. */
  readonly name: string;
  readonly side: PairsResponse["need"];
  readonly indicator: CatalogIndicator;
  /** What the link asks for. */
  readonly bounds: AxisBounds;
  onChoose(bounds: AxisBounds): void;
}

/** Most bounds of an axis: there are three terciles. */
const MOST = 2;

export function BoundsChoice({ name, side, indicator, bounds, onChoose }: BoundsChoiceProps) {
  const words = useWords();
  const t = words.t.bivariate;
  const { unit, policyBreaks, norm } = indicator;
  const write = (at: number): string => words.number(at, unit, { bare: true, digits: 0 });
  const chosen = bounds === null ? (norm ? "norm" : "thirds") : typeof bounds === "string" ? bounds : "own";
  const choose = (next: string): void => {
    if (next === "norm") onChoose(null);
    else if (next === "thirds") onChoose(norm ? "thirds" : null);
    else if (next === "policy") onChoose("policy");
    else onChoose(roundBreaks(side.axis.breaks.slice(0, MOST), unit));
  };
  return (
    <div className="bivariate-bounds">
      <label className="select">
        <small>{name}</small>
        <select value={chosen} aria-label={t.bounds(name)} onChange={({ target }) => choose(target.value)}>
          {norm && <option value="norm">{t.norm(write(norm.value))}</option>}
          <option value="thirds">{kindOf(indicator) === "sum" ? t.foundSum : t.found}</option>
          {policyBreaks && (
            <option value="policy">{t.policy(tercileBreaks(policyBreaks).map(write).join("/"))}</option>
          )}
          <option value="own">{t.own}</option>
        </select>
        <Icon name="down" />
      </label>
      {Array.isArray(bounds) && (
        <OwnBounds key={indicator.id} indicator={indicator} bounds={bounds} onChoose={onChoose} />
      )}
    </div>
  );
}

interface OwnBoundsProps extends Pick<BoundsChoiceProps, "indicator" | "onChoose"> {
  readonly bounds: readonly number[];
}

/** Bounds as the reader types them; map and list follow as soon as they can be read. */
function OwnBounds({ indicator: { unit }, bounds, onChoose }: OwnBoundsProps) {
  const words = useWords();
  const [text, setText] = useState(() => writeBreaks(bounds, unit));
  const read = (typed: string): number[] | null => {
    const numbers = parseBreaks(typed, unit);
    return numbers && numbers.length <= MOST ? numbers : null;
  };
  const isWrong = read(text) === null;
  const hint = words.t.bivariate.ownHint(words.unit(unit));
  return (
    <input
      type="text"
      className="text-field"
      inputMode="decimal"
      value={text}
      aria-label={hint}
      title={hint}
      aria-invalid={isWrong}
      onChange={({ target }) => {
        setText(target.value);
        const next = read(target.value);
        if (next) onChoose(next);
      }}
    />
  );
}
