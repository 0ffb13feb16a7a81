// The profile panel of the poverty lens: how deep, what makes it up, what changed, why, who is at risk.

import type { Profile } from "#domain/contract/areas";
import { useWords } from "#client/i18n/words.ts";
import { SharedWhole, SummedParts } from "./Compositions.tsx";
import { Depth } from "./Depth.tsx";
import { Inequality } from "./Inequality.tsx";
import { MakeUp } from "./MakeUp.tsx";
import { WhatChanged } from "./WhatChanged.tsx";

/** What makes up the poverty, in short. */
export const PovertySummary = ({ profile }: { readonly profile: Profile }) => (
  <MakeUp profile={profile} whole="mpi" />
);

export function PovertyPanel({ profile }: { readonly profile: Profile }) {
  const t = useWords().t.panels;
  return (
    <>
      <MakeUp profile={profile} whole="mpi" />
      <WhatChanged profile={profile} />
      <Depth profile={profile} />
      <Inequality profile={profile} />
      <SharedWhole
        profile={profile}
        anchor="cause_schooling_share"
        title={t.mainCauses(profile.period)}
        rest={t.otherCauses}
      />
      <SharedWhole
        profile={profile}
        anchor="exit_score_below_60"
        title={t.exitScores(profile.period)}
        rest={t.aboveEighty}
      />
      <SummedParts profile={profile} of="monitored_share" />
    </>
  );
}
