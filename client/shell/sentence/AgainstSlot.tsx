// What the indicator is compared with, as `MODES` offers it; and the picking of areas.

import { useView } from "#client/data/view_context.ts";
import { againstNorm, isAgainstNorm, normOf } from "#client/model/against_norm.ts";
import { placesAddress } from "#client/model/location.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { useWords } from "#client/i18n/words.ts";
import { setPicking, usePicking } from "#client/model/picking.ts";
import { MODES, modeRow } from "#client/modes/modes.ts";
import { SlotCard } from "./SlotMenu.tsx";
import "./against_slot.css";

const ENTRIES = Object.values(MODES).flatMap(({ entries }) => entries);

export function AgainstSlot() {
  const words = useWords();
  const { t } = words;
  const here = useView();
  const { catalog, resolved, view, change } = here;
  const picking = usePicking();
  if (!resolved.indicator) return null;
  const { indicator } = resolved;
  const norm = normOf(indicator);
  const isNorm = isAgainstNorm(view, indicator);
  const shown = isNorm ? undefined : ENTRIES.find(({ isOn }) => isOn(resolved.mode));
  const place = (resolved.selected ?? resolved.open)?.code ?? catalog.rootCode;
  const { Settings } = modeRow(resolved.mode);
  return (
    <SlotCard
      name={t.sentence.against}
      text={
        isNorm && norm !== null
          ? t.sentence.norm(words.number(norm, indicator.unit))
          : modeRow(resolved.mode).against(resolved.mode, words)
      }
      className={resolved.mode.kind === "one" && !isNorm ? "against-slot is-off" : "against-slot"}
    >
      <h2>{t.modes.label}</h2>
      {ENTRIES.map((entry) => {
        const patch = entry.enter(here);
        return (
          patch && (
            <button
              key={entry.id}
              type="button"
              className="option"
              aria-pressed={entry === shown}
              {...(entry === shown ? { "data-autofocus": true } : {})}
              data-closes
              onClick={() => change(isNorm ? { breaks: null, method: null, ...patch } : patch)}
            >
              <b>{entry.title(t)}</b>
              <span>{entry.what(t)}</span>
            </button>
          )
        );
      })}
      {norm !== null && (
        <button
          type="button"
          className="option"
          aria-pressed={isNorm}
          {...(isNorm ? { "data-autofocus": true } : {})}
          data-closes
          onClick={() => change(againstNorm(norm))}
        >
          <b>{t.sentence.normEntry}</b>
          <span>{t.sentence.normWhat(words.text(indicator.norm!.label))}</span>
        </button>
      )}
      {place && (
        <div data-closes>
          <PageLink to={placesAddress([place])} className="option">
            <b>{t.sentence.area}</b>
            <span>{t.sentence.areaWhat}</span>
          </PageLink>
        </div>
      )}
      <h2>{t.set.mode}</h2>
      <div className="against-picks">
        {(["press", "lasso"] as const).map((mode) => (
          <button
            key={mode}
            type="button"
            className="button"
            aria-pressed={picking === mode}
            data-closes
            onClick={() => setPicking(picking === mode ? null : mode)}
          >
            {picking === mode ? t.set.stop : mode === "press" ? t.set.pickShort : t.set.lassoShort}
          </button>
        ))}
      </div>
      {Settings && <Settings />}
    </SlotCard>
  );
}
