// What the indicator is compared with, as `MODES` offers it; and the picking of areas.

import type { CatalogIndicator } from "#domain/contract/catalog";
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
  const { catalog, resolved, view } = useView();
  const { indicator } = resolved;
  if (!indicator) return null;
  const norm = normOf(indicator);
  const isNorm = isAgainstNorm(view, indicator);
  const place = (resolved.selected ?? resolved.open)?.code ?? catalog.rootCode;
  const { Settings, against } = modeRow(resolved.mode);
  return (
    <SlotCard
      name={t.sentence.against}
      text={
        isNorm && norm !== null
          ? t.sentence.norm(words.number(norm, indicator.unit))
          : against(resolved.mode, words)
      }
      className={resolved.mode.kind === "one" && !isNorm ? "against-slot is-off" : "against-slot"}
    >
      <h2>{t.modes.label}</h2>
      <ModeOptions isNorm={isNorm} />
      {norm !== null && <NormOption indicator={indicator} norm={norm} isNorm={isNorm} />}
      {place && (
        <div data-closes>
          <PageLink to={placesAddress([place])} className="option">
            <b>{t.sentence.area}</b>
            <span>{t.sentence.areaWhat}</span>
          </PageLink>
        </div>
      )}
      <h2>{t.set.mode}</h2>
      <PickingButtons />
      {Settings && <Settings />}
    </SlotCard>
  );
}

interface OptionProps {
  /** Whether the indicator is compared with its norm. */
  readonly isNorm: boolean;
}

/** The modes of the map that can be entered from here. */
function ModeOptions({ isNorm }: OptionProps) {
  const { t } = useWords();
  const here = useView();
  const { resolved, change } = here;
  const shown = isNorm ? undefined : ENTRIES.find(({ isOn }) => isOn(resolved.mode));
  return ENTRIES.map((entry) => {
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
  });
}

interface NormOptionProps extends OptionProps {
  readonly indicator: CatalogIndicator;
  readonly norm: number;
}

/** The norm of the indicator. */
function NormOption({ indicator, norm, isNorm }: NormOptionProps) {
  const { t, text } = useWords();
  const { change } = useView();
  return (
    <button
      type="button"
      className="option"
      aria-pressed={isNorm}
      {...(isNorm ? { "data-autofocus": true } : {})}
      data-closes
      onClick={() => change(againstNorm(norm))}
    >
      <b>{t.sentence.normEntry}</b>
      <span>{t.sentence.normWhat(text(indicator.norm!.label))}</span>
    </button>
  );
}

/** Picks areas for a set, by a press each or by a loop. */
function PickingButtons() {
  const { t } = useWords();
  const picking = usePicking();
  return (
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
  );
}
