// What the card of an area tells, as tabs: the whole in short, why, what helps, every figure.

import type { KeyboardEvent } from "react";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { TABS } from "#client/model/view.ts";
import type { Tab } from "#client/model/view.ts";
import "./profile_tabs.css";

export function ProfileTabs({ shown }: { readonly shown: Tab }) {
  const { t } = useWords();
  const { change } = useView();
  const open = (tab: Tab): void => change({ tab }, "replace");
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = TABS[(TABS.indexOf(shown) + step + TABS.length) % TABS.length]!;
    event.preventDefault();
    event.stopPropagation();
    open(next);
    document.getElementById(`profile-tab-${next}`)?.focus();
  };
  return (
    <div
      role="tablist"
      tabIndex={-1}
      className="profile-tabs"
      aria-label={t.tabs.label}
      onKeyDown={onKeyDown}
    >
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`profile-tab-${tab}`}
          aria-selected={tab === shown}
          aria-controls="profile-tab"
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => open(tab)}
        >
          {t.tabs[tab]}
        </button>
      ))}
    </div>
  );
}
