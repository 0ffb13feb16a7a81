// The lenses: a folder and a row each.

import type { ComponentType } from "react";
import type { Profile } from "#domain/contract/areas";
import type { LensId } from "#domain/lens";
import type { LensSentence } from "./facts.ts";
import { HelpPanel } from "./help/HelpPanel.tsx";
import { helpSentence } from "./help/sentence.ts";
import { PovertyPanel, PovertySummary } from "./poverty/PovertyPanel.tsx";
import { povertySentence } from "./poverty/sentence.ts";
import { SupplyPanel } from "./supply/SupplyPanel.tsx";
import { supplySentence } from "./supply/sentence.ts";
import "./panels.css";

interface Lens {
  /** What the profile shows of the lens. */
  readonly Panel: ComponentType<{ readonly profile: Profile }>;
  /** What of it belongs to the whole in short, while the map shows the lens. */
  readonly Summary: ComponentType<{ readonly profile: Profile }>;
  /** What a leader can read out. */
  readonly sentence: LensSentence;
}

export const LENSES: Readonly<Record<LensId, Lens>> = {
  poverty: { Panel: PovertyPanel, Summary: PovertySummary, sentence: povertySentence },
  supply: { Panel: SupplyPanel, Summary: SupplyPanel, sentence: supplySentence },
  help: { Panel: HelpPanel, Summary: HelpPanel, sentence: helpSentence },
};
