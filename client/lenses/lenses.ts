// The profile panel of each lens.

import type { ComponentType } from "react";
import type { Profile } from "#domain/contract/areas";
import type { LensId } from "#domain/lens";
import { HelpPanel } from "./help/HelpPanel.tsx";
import { PovertyPanel } from "./poverty/PovertyPanel.tsx";
import { SupplyPanel } from "./supply/SupplyPanel.tsx";
import "./panels.css";

export const PANELS: Readonly<Record<LensId, ComponentType<{ readonly profile: Profile }>>> = {
  poverty: PovertyPanel,
  supply: SupplyPanel,
  help: HelpPanel,
};
