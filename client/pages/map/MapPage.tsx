// The map of a release with everything around it.

import { Workspace } from "#client/shell/Workspace.tsx";
import type { PageProps } from "#client/pages/page.ts";

export const MapPage = ({ isOpen, latest, dropped }: PageProps) => (
  <Workspace isOpen={isOpen} latest={latest} dropped={dropped} />
);
