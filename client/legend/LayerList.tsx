// The layers beside the areas, each with a switch; the link remembers which are on.

import { useContextLayers } from "#client/data/use_context.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { LAYER_LOOKS, USUAL_LAYERS } from "#client/map/context/layers.ts";
import { CONTEXT_LAYER_IDS } from "#domain/context";
import type { ContextLayerId } from "#domain/context";
import { LayerSample } from "./LayerSample.tsx";
import "./layer_list.css";

/** The layers after one was switched; null where they are the usual ones again. */
function switched(on: readonly ContextLayerId[], id: ContextLayerId): readonly ContextLayerId[] | null {
  const next = CONTEXT_LAYER_IDS.filter((known) => on.includes(known) !== (known === id));
  return next.join() === USUAL_LAYERS.join() ? null : next;
}

/** Nothing where the dataset has no layers. */
export function LayerList() {
  const { t } = useWords();
  const { view, change } = useView();
  const stored = useContextLayers();
  const on = view.layers ?? USUAL_LAYERS;
  if (stored.length === 0) return null;
  const known = Object.keys(LAYER_LOOKS) as ContextLayerId[];
  const rows = known.flatMap((id) => stored.find(({ layer }) => layer === id) ?? []);
  return (
    <section className="layer-list" aria-label={t.layers.title}>
      <h2>{t.layers.title}</h2>
      <ul>
        {rows.map(({ layer }) => (
          <li key={layer}>
            <label>
              <input
                type="checkbox"
                checked={on.includes(layer)}
                onChange={() => change({ layers: switched(on, layer) }, "replace")}
              />
              <span>{t.layers.names[layer]}</span>
              <LayerSample layer={layer} theme={view.theme} />
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
