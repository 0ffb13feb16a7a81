// What a mode of the map brings: how it is entered, what fills the map, and what stands in legend, pane and hover card.

import type { ComponentType } from "react";
import type { Contract } from "#domain/contract/contract";
import type { Answer, Asked } from "#client/data/api.ts";
import type { ViewValue } from "#client/data/view_context.ts";
import type { Messages } from "#client/i18n/languages.ts";
import type { Words } from "#client/i18n/words.ts";
import type { ClassPick, Fill } from "#client/model/fill.ts";
import type { Patch } from "#client/model/location.ts";
import type { ResolvedMode } from "#client/model/resolved_view.ts";

/** A way into a mode, as the mode picker offers it. */
export interface ModeEntry {
  readonly id: string;
  title(t: Messages): string;
  what(t: Messages): string;
  /** What leads from a view into the mode; null where the view does not have it. */
  enter(here: ViewValue): Patch | null;
  isOn(mode: ResolvedMode): boolean;
}

/** What is asked for the list in the pane. */
export interface Listed {
  readonly contract: Contract;
  asked(here: ViewValue): Asked | null;
}

/** What is asked for the classes on the map, and the fill that an answer makes. */
export interface Classed<T = unknown> {
  readonly contract: Contract;
  asked(here: ViewValue): Asked | null;
  /** Level of an answer. */
  level(answer: T): string;
  fill(answer: T, here: ViewValue): Fill;
  /** The class that the link picks out; without it the one that was pressed in the legend stands out. */
  pick?(answer: T, here: ViewValue): ClassPick | null;
}

/** Ties the fill of an answer to its contract. */
export const classedBy = <C extends Contract>(
  contract: C,
  rest: Omit<Classed<Answer<C>>, "contract">,
): Classed => ({ contract, ...rest }) as unknown as Classed;

export interface PaneProps {
  /** Whether it stands in the phone's sheet. */
  readonly isSheet: boolean;
}

export interface ModeRow {
  readonly entries: readonly ModeEntry[];
  /** What stands in the sentence as that which the indicator is compared with. */
  against(mode: ResolvedMode, words: Words): string;
  /** What the release says about all that is shown, under the sentence. */
  readonly Finding?: ComponentType;
  readonly classed: Classed;
  readonly listed: Listed;
  /** Whether the maps bring legends and periods of their own, and need the room. */
  readonly hasOwnLegends?: boolean;
  readonly Legend: ComponentType;
  /** The list beside the map. */
  readonly Pane: ComponentType<PaneProps>;
  /** What the hover card says of an area; without it the value of the one column. */
  readonly Hover?: ComponentType<{ readonly code: string }>;
  /** Where the numbers of the mode's own classes come from; `at` is the class that was pressed. */
  readonly Figure?: ComponentType<{ readonly at: number | null }>;
  /** What can be chosen about the mode, in the mode picker. */
  readonly Settings?: ComponentType;
  /** What Escape takes back first; null for nothing. */
  onEscape?(here: ViewValue): Patch | null;
}
