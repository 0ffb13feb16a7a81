// The solver HiGHS, compiled to WebAssembly: loaded once a thread, when it is first needed.

import highsLoader from "highs";

// The package declares its ES module as CommonJS: what is imported is the function itself, not a module that holds it.
const load = highsLoader as unknown as typeof highsLoader.default;

export type Highs = Awaited<ReturnType<typeof load>>;

let loading: Promise<Highs> | undefined;

/** The solver of this thread. */
export const loadHighs = (): Promise<Highs> => (loading ??= load());
