// A link to another address of the app that does not load the page again.

import type { MouseEvent, ReactNode } from "react";
import { goTo } from "#client/model/location.ts";

export interface PageLinkProps {
  readonly to: string;
  readonly className?: string;
  /** Whether it leads to where one is. */
  readonly isCurrent?: boolean;
  readonly title?: string;
  /** Called before the address changes. */
  onFollow?(): void;
  readonly children: ReactNode;
}

export function PageLink({ to, className, isCurrent = false, title, onFollow, children }: PageLinkProps) {
  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow?.();
    goTo(to);
  };
  return (
    <a
      href={to}
      className={className}
      title={title}
      aria-current={isCurrent ? "page" : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
