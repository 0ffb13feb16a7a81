// A link to another address of the app that does not load the page again.

import type { MouseEvent, ReactNode } from "react";
import { goTo } from "#client/model/location.ts";

export interface PageLinkProps {
  readonly to: string;
  readonly className?: string;
  /** Called before the address changes. */
  onFollow?(): void;
  readonly children: ReactNode;
}

export function PageLink({ to, className, onFollow, children }: PageLinkProps) {
  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow?.();
    goTo(to);
  };
  return (
    <a href={to} className={className} onClick={onClick}>
      {children}
    </a>
  );
}
