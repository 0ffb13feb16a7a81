// The profile panel of each lens.

import type { ComponentType } from "react";
import type { Profile } from "#domain/contract/areas";
import type { LensId } from "#domain/lenses";
import { HelpPanel } from "./HelpPanel.tsx";
import { PovertyPanel } from "./PovertyPanel.tsx";
import { SupplyPanel } from "./SupplyPanel.tsx";
import "./panels.css";

export const PANELS: Readonly<Record<LensId, ComponentType<{ readonly profile: Profile }>>> = {
  poverty: PovertyPanel,
  supply: SupplyPanel,
  help: HelpPanel,
};
