// The rooms: a rail at the left, on a phone tabs at the foot.

import type { KeyboardEvent, ReactNode } from "react";
import { useWords } from "#client/i18n/words.ts";
import { useRoomAddress } from "#client/model/location.ts";
import { ROOMS } from "#client/model/rooms.ts";
import type { RoomId } from "#client/model/rooms.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { PageLink } from "#client/ui/PageLink.tsx";
import "./rail.css";

export interface RailProps {
  /** The room that is open; null for none. */
  readonly room: RoomId | null;
  readonly isNarrow: boolean;
  /** What follows the rooms on a phone. */
  readonly children?: ReactNode;
}

function RoomLink({ id, icon, isOpen }: (typeof ROOMS)[number] & { readonly isOpen: boolean }) {
  const { t } = useWords();
  const name = t.rooms[id];
  return (
    <PageLink to={useRoomAddress(id)} isCurrent={isOpen} title={name}>
      <Icon name={icon} />
      <span>{name}</span>
    </PageLink>
  );
}

/** The arrow keys go from room to room. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  if (step === undefined || at < 0) return;
  links[(at + step + links.length) % links.length]?.focus();
  event.preventDefault();
}

export function Rail({ room, isNarrow, children }: RailProps) {
  const { t } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its links are, the keys go between them
    <nav
      className={isNarrow ? "tabs" : "rail"}
      aria-label={t.rooms.label}
      data-covers-map
      onKeyDown={onKeyDown}
    >
      {!isNarrow && (
        <svg className="mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 10.5 12 4l8 6.5V20H4z" />
          <circle cx="12" cy="13.5" r="3.2" />
        </svg>
      )}
      {ROOMS.map((row) => (
        <RoomLink key={row.id} {...row} isOpen={row.id === room} />
      ))}
      {children}
    </nav>
  );
}
