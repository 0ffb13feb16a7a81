// What a page is given.

import type { Catalog } from "#domain/contract/catalog";
import type { ChangeView } from "#client/model/location.ts";
import type { BaseView } from "#client/model/view.ts";

export interface PageProps {
  /** Whether it is the page that is seen. */
  readonly isOpen: boolean;
  readonly catalog: Catalog;
  /** Number of the latest release, null while it is unknown. */
  readonly latest: number | null;
  readonly view: BaseView;
  readonly change: ChangeView;
  /** What of the address could not be read. */
  readonly dropped: readonly string[];
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string | undefined>>;
}
