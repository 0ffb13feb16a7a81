// `lens export-portal`: the public portal as files that any web server can serve.

import { UsageError, type Command } from "#server/cli/command";
import { exportPortal } from "#server/portal/export";
import { Store } from "#server/read/store";
import { API_SHAPE } from "#server/routes/api_shape";
import { openPublicReads } from "#sql/reader_pool";

interface Args {
  readonly directory: string;
  readonly base: string | null;
  readonly isPacked: boolean;
}

export const exportPortalCommand: Command<Args> = {
  name: "export-portal",
  operands: ["DIR"],
  options: { base: { type: "string", value: "URL" }, packed: { type: "boolean" } },
  summary:
    "write the public portal of the latest release as files, for the address URL; packed: as .gz alone, for a web server that sends them so",
  parse({ operands: [directory], options: { base, packed } }) {
    if (typeof base === "string" && !/^https?:\/\/\S+$/.test(base))
      throw new UsageError(`--base is "${base}": it is an address like https://data.example.org/open`);
    return { directory: directory!, base: typeof base === "string" ? base : null, isPacked: packed === true };
  },
  async run({ directory, base, isPacked }, { database, config, onProgress, print }) {
    const reads = await openPublicReads(database);
    try {
      const store = new Store({ mode: database.mode, ...reads }, config.cacheBytes, API_SHAPE);
      const { files, bytes, seconds } = await exportPortal(store, { directory, base, isPacked, onProgress });
      print(`${files} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s: ${directory}`);
      return true;
    } finally {
      await reads.close();
    }
  },
};
