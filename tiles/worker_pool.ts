// Threads that do steps: one at a time each, whichever is free next.

import { Worker } from "node:worker_threads";
import { buffersOf } from "./packed.ts";
import { doStep, type Step } from "./tasks.ts";

/** What a thread says when a step is over. */
export type StepEnd = { readonly error: Error | null };

/** Does steps somewhere. */
export interface Crew {
  /** Resolves when the step is done; rejects with what it threw. */
  do(step: Step): Promise<void>;
  /** Steps that are worth giving at a time. */
  readonly size: number;
  end(): Promise<void>;
}

/** Does every step where it is called. */
export const alone: Crew = { do: doStep, size: 1, end: () => Promise.resolve() };

interface Member {
  readonly worker: Worker;
  settle: { resolve(): void; reject(error: Error): void } | null;
}

/** Starts `size` threads. */
export function startThreads(size: number): Crew {
  const script = new URL("./task_thread.ts", import.meta.url);
  const members = Array.from({ length: size }, (): Member => {
    const worker = new Worker(script, { execArgv: [] });
    const member: Member = { worker, settle: null };
    const settle = (error: Error | null): void => {
      const waiting = member.settle;
      member.settle = null;
      if (error) waiting?.reject(error);
      else waiting?.resolve();
    };
    worker.on("message", ({ error }: StepEnd) => settle(error));
    worker.on("error", settle);
    worker.on("exit", (code) => settle(new Error(`a cutting thread ended with ${code}`)));
    return member;
  });
  const free = [...members];
  const queue: ((member: Member) => void)[] = [];
  return {
    size,
    async do(step) {
      const member = free.pop() ?? (await new Promise<Member>((resolve) => queue.push(resolve)));
      try {
        await new Promise<void>((resolve, reject) => {
          member.settle = { resolve, reject };
          member.worker.postMessage(
            step,
            step.kind === "cut" ? (buffersOf(step.batch.areas) as ArrayBuffer[]) : [],
          );
        });
      } finally {
        const next = queue.shift();
        if (next) next(member);
        else free.push(member);
      }
    },
    end: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
