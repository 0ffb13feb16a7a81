// How long the event loop stands still at most while the heaviest question of every endpoint is answered.

import { loopDelays } from "#bench/loop_delay";
import { startOurServer } from "#bench/our_server";
import type { Benchmark } from "#bench/row";

const ROUNDS = { quick: 2, full: 5 };
/** Others wait no longer than this for their turn. */
const BAR_MS = 200;
const LISTED = 10;

export const eventLoopBenchmark: Benchmark = {
  name: "event-loop",
  async run(context) {
    const rounds = context.isQuick ? ROUNDS.quick : ROUNDS.full;
    const server = await startOurServer(context);
    try {
      const delays = await loopDelays(server.url, rounds);
      const refused = delays.filter((delay) => delay.refused !== null).map(({ id }) => id);
      const worst = delays.slice(0, LISTED);
      return [
        {
          group: "Event loop",
          what: `stands still at most, ${worst[0]!.id}`,
          unit: "ms",
          ours: {
            label: "our server, the worst endpoint",
            value: worst[0]!.ms,
            details: Object.fromEntries(worst.map(({ id, ms }) => [`${id} ms`, Math.round(ms)])),
          },
          beside: { label: "the bar", value: BAR_MS, details: {} },
          conditions: `${context.territory.villages} villages; ${delays.length} endpoints and pages, each asked ${rounds} times for what is not in memory; of an endpoint the round with the shortest delay, since others on the machine lengthen it; ${refused.length === 0 ? "all answered" : `not answered: ${refused.join(", ")}`}`,
        },
      ];
    } finally {
      await server.stop();
    }
  },
};
