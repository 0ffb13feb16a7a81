// How values become classes; every change is seen on the map at once.

import { useState } from "react";
import { CLASS_METHODS, CLASS_PLACES, CLASS_SCOPES, MAX_CLASSES, takesZeroClass } from "#domain/classes";
import type { ClassMethod } from "#domain/classes";
import type { CatalogIndicator } from "#domain/contract/catalog";
import type { ClassesResponse } from "#domain/contract/values";
import { useWords } from "#client/i18n/words.ts";
import { shownInside } from "#client/data/column.ts";
import { useView } from "#client/data/view_context.ts";
import { parseBreaks, roundBreaks, writeBreaks } from "./breaks.ts";
import "./class_settings.css";

/** What is opened below the edge of the phone's sheet would not be seen. */
const showWhole = (settings: HTMLElement | null): void => settings?.scrollIntoView({ block: "start" });

const COUNTS = Array.from({ length: MAX_CLASSES - 1 }, (_, i) => i + 2);
/** Methods that know themselves how many classes they make. */
const FIXED: readonly ClassMethod[] = ["policy", "manual", "standard_deviation"];
const GIVEN: readonly ClassMethod[] = ["policy", "manual"];

interface ChoicesProps<T> {
  readonly title: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly chosen: T;
  onChoose(value: T): void;
}

function Choices<T extends string | number | boolean>({ title, options, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="choices">
        {options.map(([value, label]) => (
          <button
            key={String(value)}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => onChoose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Select<T extends string>({ title, options, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <label className="setting">
      <span>{title}</span>
      <select
        value={chosen}
        onChange={({ target }) => onChoose(options.find(([value]) => value === target.value)![0])}
      >
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Breaks as the reader types them; the map follows as soon as they can be read. */
function OwnBreaks({ indicator }: { readonly indicator: CatalogIndicator }) {
  const words = useWords();
  const { t } = words;
  const { view, change } = useView();
  const [text, setText] = useState(() => writeBreaks(view.breaks ?? [], indicator.unit));
  const breaks = parseBreaks(text, indicator.unit);
  const unit = words.unit(indicator.unit);
  return (
    <label className="own-breaks">
      <span>{t.ownBreaks(unit)}</span>
      <input
        type="text"
        inputMode="decimal"
        value={text}
        aria-invalid={breaks === null}
        onChange={({ target }) => {
          setText(target.value);
          const next = parseBreaks(target.value, indicator.unit);
          if (next) change({ breaks: next }, "replace");
        }}
      />
      {breaks === null && <em role="alert">{t.ownBreaksWrong(MAX_CLASSES - 1)}</em>}
    </label>
  );
}

export interface ClassSettingsProps {
  readonly answer: ClassesResponse;
  readonly indicator: CatalogIndicator;
}

export function ClassSettings({ answer, indicator }: ClassSettingsProps) {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { view, change } = here;
  const { method, hasZeroClass, breaks, min } = answer.classes;
  const methods = CLASS_METHODS.filter((id) => id !== "policy" || indicator.policyBreaks);
  const choose = (next: ClassMethod): void =>
    change(
      next === "manual" ? { method: next, breaks: roundBreaks(breaks, indicator.unit) } : { method: next },
      "replace",
    );
  return (
    <div className="class-settings" ref={showWhole}>
      <Select
        title={t.classMethod}
        options={methods.map((id) => [id, t.methodName(id)] as const)}
        chosen={method}
        onChoose={choose}
      />
      {method === "manual" && <OwnBreaks key={indicator.id} indicator={indicator} />}
      {!FIXED.includes(method) && (
        <Choices
          title={t.classCount}
          options={COUNTS.map((count) => [count, String(count)] as const)}
          chosen={view.classes}
          onChoose={(classes) => change({ classes }, "replace")}
        />
      )}
      {!GIVEN.includes(method) && (
        <Select
          title={t.classScope}
          options={CLASS_SCOPES.map((scope) => [scope, t.scopeName[scope]] as const)}
          chosen={view.scope}
          onChoose={(scope) => change({ scope }, "replace")}
        />
      )}
      {!GIVEN.includes(method) && shownInside(here) !== null && (
        <Select
          title={t.classPlace}
          options={CLASS_PLACES.map((place) => [place, t.classPlaces[place]] as const)}
          chosen={view.classPlace}
          onChoose={(classPlace) => change({ classPlace }, "replace")}
        />
      )}
      {takesZeroClass(method) && min === 0 && (
        <Choices
          title={t.zeroClass}
          options={[
            [true, t.zeroApart],
            [false, t.zeroWithin],
          ]}
          chosen={hasZeroClass}
          onChoose={(isApart) => change({ zero: isApart ? "own" : "none" }, "replace")}
        />
      )}
      {answer.fit !== null && (
        <p className="fit">{t.varianceFit(words.number(answer.fit, "share", { digits: 0 }))}</p>
      )}
    </div>
  );
}
