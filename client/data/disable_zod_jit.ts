// Must be imported before any contract: zod then tries no `new Function`, which the content security policy forbids.

import { config } from "zod";

config({ jitless: true });
