// What the database tests of one run share: the template of the embedded database, one native cluster, and what they prepare.

import { template } from "./embedded_template.ts";
import { shareCluster } from "./native_cluster.ts";
import { sharePreparations } from "./preparation.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const [remove] = await Promise.all([sharePreparations(), template(), shareCluster()]);
  return remove;
}
