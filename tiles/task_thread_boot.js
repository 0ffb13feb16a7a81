// The first file of a thread, in JavaScript, because a thread does not inherit the loader that reads TypeScript.

import { register } from "tsx/esm/api";

register();
await import("./task_thread.ts");
