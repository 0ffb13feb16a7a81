// A room that stays on the page, out of sight, while another one is open: what it shows waits as it was left.

import { useState } from "react";
import type { ReactNode } from "react";
import { ViewContext, useView } from "#client/data/view_context.ts";

export interface KeptRoomProps {
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** A room with the view of when it was open last, so that it asks for nothing meanwhile. */
export function KeptRoom({ isOpen, children }: KeptRoomProps) {
  const here = useView();
  const [last, setLast] = useState(here);
  if (isOpen && last !== here) setLast(here);
  return (
    <ViewContext value={isOpen ? here : last}>
      <div className={isOpen ? "kept-room" : "kept-room is-away"} inert={!isOpen}>
        {children}
      </div>
    </ViewContext>
  );
}
