// What the database tests of one run share: the template of the embedded database and one native cluster.

import { template } from "./embedded_template.ts";
import { shareCluster } from "./native_cluster.ts";

export default async function setup(): Promise<void> {
  await Promise.all([template(), shareCluster()]);
}
