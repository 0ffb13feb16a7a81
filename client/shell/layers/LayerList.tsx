// The layers of the map beside the areas, each with a switch; the link remembers which are on.

import type { ReactNode } from "react";
import { useContextLayers } from "#client/data/use_context.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { LAYER_LOOKS, USUAL_LAYERS } from "#client/map/context/layers.ts";
import { THING_SWITCHES } from "#client/map/things/layers.ts";
import { FacilitySymbol } from "#client/profile/facility/FacilitySymbol.tsx";
import { CONTEXT_LAYER_IDS } from "#domain/context";
import type { ContextLayerId } from "#domain/context";
import { LayerSample } from "./LayerSample.tsx";
import { RoadSample } from "./RoadSample.tsx";
import "./layer_list.css";

/** One line of the list. */
interface LayerSwitch {
  readonly id: string;
  readonly name: string;
  readonly sample: ReactNode;
  readonly isOn: boolean;
  toggle(): void;
}

/** The layers after one was switched; null where they are the usual ones again. */
function switched(on: readonly ContextLayerId[], id: ContextLayerId): readonly ContextLayerId[] | null {
  const next = CONTEXT_LAYER_IDS.filter((known) => on.includes(known) !== (known === id));
  return next.join() === USUAL_LAYERS.join() ? null : next;
}

/** Relief, water and towns, as far as the dataset has them. */
function useContextSwitches(): readonly LayerSwitch[] {
  const { t } = useWords();
  const { view, change } = useView();
  const stored = useContextLayers();
  const on = view.layers ?? USUAL_LAYERS;
  const known = Object.keys(LAYER_LOOKS) as ContextLayerId[];
  return known
    .filter((id) => stored.some(({ layer }) => layer === id))
    .map((id) => ({
      id,
      name: t.layers.names[id],
      sample: <LayerSample layer={id} theme={view.theme} />,
      isOn: on.includes(id),
      toggle: () => change({ layers: switched(on, id) }, "replace"),
    }));
}

/** Roads and the kinds of facilities that the dataset has. */
function useThingSwitches(): readonly LayerSwitch[] {
  const { t } = useWords();
  const { catalog, view, change } = useView();
  const { things } = catalog;
  if (!things) return [];
  const isThere = (kind: string): boolean => things.kinds.some(({ id }) => id === kind);
  const shown = THING_SWITCHES.filter(({ kinds }) =>
    kinds === null ? things.roadClasses.length > 0 : kinds.some(isThere),
  );
  return shown.map(({ id, kinds }) => ({
    id,
    name: t.things.layer[id],
    sample: kinds === null ? <RoadSample /> : <FacilitySymbol kind={kinds.find(isThere) ?? kinds[0]!} />,
    isOn: !view.off.includes(id),
    toggle: () => {
      const off = view.off.includes(id) ? view.off.filter((known) => known !== id) : [...view.off, id].sort();
      change({ off }, "replace");
    },
  }));
}

/** Nothing where the dataset has no layers. */
export function LayerList() {
  const { t } = useWords();
  const context = useContextSwitches();
  const things = useThingSwitches();
  const layers = [...context, ...things];
  if (layers.length === 0) return null;
  return (
    <section className="layer-list" aria-label={t.layers.title}>
      <h2>{t.layers.title}</h2>
      <ul>
        {layers.map(({ id, name, sample, isOn, toggle }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={isOn} onChange={toggle} />
              <span>{name}</span>
              {sample}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
