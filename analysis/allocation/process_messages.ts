// What the process of a run is given and what it sends back.

import type { Finished, RunProgress } from "./solve.ts";
import type { Task } from "./worker_messages.ts";

export type ToProcess =
  | {
      readonly type: "start";
      readonly task: Task;
      readonly memoryBytes: number | null;
      readonly seconds: number | null;
    }
  | { readonly type: "stop" };

export type FromProcess =
  | ({ readonly type: "progress" } & RunProgress)
  | { readonly type: "finished"; readonly finished: Finished }
  | { readonly type: "failed"; readonly reason: string };
