// All benchmarks, in the order of the table.

import type { Benchmark } from "./row.ts";
import { allocationBenchmark } from "./rows/allocation.ts";
import { browserBenchmark } from "./rows/browser.ts";
import { bytesBenchmark } from "./rows/bytes.ts";
import { cellsBenchmark } from "./rows/cells.ts";
import { cutBenchmark } from "./rows/cut.ts";
import { disclosureBenchmark } from "./rows/disclosure.ts";
import { eventLoopBenchmark } from "./rows/event_loop.ts";
import { httpBenchmark } from "./rows/http.ts";
import { joinBenchmark } from "./rows/join.ts";
import { nationalBenchmark } from "./rows/national.ts";
import { portalBenchmark } from "./rows/portal.ts";
import { publishBenchmark } from "./rows/publish.ts";
import { rollupBenchmark } from "./rows/rollup.ts";
import { openBenchmark } from "./rows/open.ts";
import { peersBenchmark } from "./rows/peers.ts";
import { soakBenchmark } from "./rows/soak.ts";
import { startBenchmark } from "./rows/start.ts";
import { stitchBenchmark } from "./rows/stitch.ts";
import { travelBenchmark } from "./rows/travel.ts";

export const BENCHMARKS: readonly Benchmark[] = [
  stitchBenchmark,
  peersBenchmark,
  joinBenchmark,
  bytesBenchmark,
  httpBenchmark,
  eventLoopBenchmark,
  publishBenchmark,
  nationalBenchmark,
  cutBenchmark,
  cellsBenchmark,
  rollupBenchmark,
  travelBenchmark,
  disclosureBenchmark,
  portalBenchmark,
  allocationBenchmark,
  openBenchmark,
  startBenchmark,
  browserBenchmark,
  soakBenchmark,
];
