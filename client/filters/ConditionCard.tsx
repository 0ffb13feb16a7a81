// One condition: how the areas are spread, and two handles for the bounds, by pointer, keyboard or as numbers.

import { useState } from "react";
import type { CSSProperties } from "react";
import { passes } from "#domain/condition";
import type { Condition } from "#domain/condition";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { Columns } from "#domain/contract/columns";
import { LENS_RAMPS } from "#domain/lens_colours";
import { UNITS } from "#domain/unit";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { distributionOf, highBound, lowBound, tidied } from "#client/model/filter.ts";
import type { Distribution } from "#client/model/filter.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { useConditionWords } from "./use_condition_words.ts";
import "./filters.css";

const HEIGHT = 36;
/** Least height of a bar that stands for something, in the same units. */
const LEAST = 1.5;

export interface ConditionCardProps {
  readonly condition: Condition;
  readonly indicator: CatalogIndicator;
  /** Its column; null while it is on its way. */
  readonly column: Columns["columns"][number] | null;
  /** "11 villages" without a value; null for none. */
  readonly without: string | null;
  /** "183 villages" */
  readonly areas: string;
  /** While a handle moves. */
  onDraft(condition: Condition): void;
  onChange(condition: Condition | null): void;
}

export function ConditionCard(props: ConditionCardProps) {
  const { condition, indicator, column, without, areas, onChange } = props;
  const words = useWords();
  const { t } = words;
  const { resolved } = useView();
  const conditionWords = useConditionWords();
  const name = words.shortTitle(indicator);
  const spread = column && distributionOf(column.values);
  const period = column && column.period !== resolved.period ? column.period : null;
  return (
    <li className="condition" data-indicator={indicator.id}>
      <header>
        <h4>
          <span title={words.title(indicator)}>{name}</span>
          {period && <small> {period}</small>}
        </h4>
        <output>{conditionWords(condition, indicator)}</output>
        <button
          type="button"
          className="button is-square"
          aria-label={t.filters.remove(name)}
          title={t.filters.remove(name)}
          onClick={() => onChange(null)}
        >
          <Icon name="close" />
        </button>
      </header>
      {spread && <Bars {...props} spread={spread} label={t.filters.spread(words.name(indicator), areas)} />}
      {spread && <Handles {...props} spread={spread} name={name} />}
      {spread && <Numbers {...props} name={name} />}
      {column && !spread && <p className="nothing">{t.filters.noValues}</p>}
      {!column && <div className="skeleton" style={{ height: 74 }} />}
      {without && <p className="condition-note">{t.filters.without(without)}</p>}
    </li>
  );
}

interface SpreadProps extends ConditionCardProps {
  readonly spread: Distribution;
}

function Bars({ condition, indicator, spread, label }: SpreadProps & { readonly label: string }) {
  const { view } = useView();
  const { min, max, bins } = spread;
  const most = Math.max(...bins);
  const colour = LENS_RAMPS[indicator.lens][view.theme][3]!;
  const width = 300 / bins.length;
  return (
    <svg
      className="condition-bars"
      viewBox={`0 0 300 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      style={{ "--kept": colour } as CSSProperties}
    >
      {bins.map((count, at) => {
        const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT);
        const middle = min + ((at + 0.5) / bins.length) * (max - min);
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
            key={at}
            className={passes(condition, middle) ? "is-kept" : undefined}
            x={at * width + 0.5}
            width={width - 1}
            y={HEIGHT - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}

function Handles({
  condition,
  indicator,
  spread,
  name,
  onDraft,
  onChange,
}: SpreadProps & { readonly name: string }) {
  const words = useWords();
  const { t } = words;
  const { min, max, step } = spread;
  const low = Math.max(min, Math.min(condition.low?.value ?? min, max));
  const high = Math.max(min, Math.min(condition.high?.value ?? max, max));
  const share = (value: number): string => `${((value - min) / (max - min)) * 100}%`;
  const handle = (label: string, value: number, next: (value: number) => Condition) => (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={words.number(value, indicator.unit, { whole: true })}
      min={min}
      max={max}
      step={step}
      value={value}
      onChange={({ target }) => onDraft(next(Number(target.value)))}
      onPointerUp={({ currentTarget }) => onChange(next(Number(currentTarget.value)))}
      onKeyUp={({ currentTarget }) => onChange(next(Number(currentTarget.value)))}
    />
  );
  return (
    <div
      className={low > (min + max) / 2 ? "condition-handles is-low-first" : "condition-handles"}
      style={{ "--from": share(low), "--to": share(high) } as CSSProperties}
    >
      {handle(t.filters.low(name), low, (value) => ({
        ...condition,
        low: lowBound(Math.min(value, high - step), spread),
      }))}
      {handle(t.filters.high(name), high, (value) => ({
        ...condition,
        high: highBound(Math.max(value, low + step), spread),
      }))}
    </div>
  );
}

/** The bounds as numbers in the unit that is shown. */
function Numbers({ condition, indicator, name, onChange }: ConditionCardProps & { readonly name: string }) {
  const words = useWords();
  const { t } = words;
  const { scale } = UNITS[indicator.unit];
  const field = (side: "low" | "high", label: string, short: string) => {
    const bound = condition[side];
    const value = bound ? String(tidied(bound.value * scale)) : "";
    const set = (text: string): void => {
      if (text === value) return;
      const number = tidied(Number(text) / scale);
      const next = text === "" ? null : { value: number, isIncluded: side === "high" };
      const other = condition[side === "low" ? "high" : "low"];
      const isPossible = !next || !other || (side === "low" ? number < other.value : number > other.value);
      onChange({
        ...condition,
        ...(isPossible ? {} : { low: null, high: null }),
        [side]: next,
      });
    };
    return (
      <label>
        <span>{short}</span>
        <NumberField key={value} label={label} value={value} onSet={set} />
      </label>
    );
  };
  return (
    <div className="condition-numbers">
      {field("low", t.filters.low(name), t.filters.lowShort)}
      {field("high", t.filters.high(name), t.filters.highShort)}
      <small>{words.unit(indicator.unit)}</small>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  onSet(text: string): void;
}

function NumberField({ label, value, onSet }: NumberFieldProps) {
  const [text, setText] = useState(value);
  return (
    <input
      type="number"
      step="any"
      inputMode="decimal"
      aria-label={label}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => onSet(text)}
      onKeyDown={({ key }) => {
        if (key === "Enter") onSet(text);
      }}
    />
  );
}
