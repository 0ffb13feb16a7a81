// `lens export-portal`: the public portal as files that any web server can serve.

import { UsageError, type Command } from "#server/cli/command";
import { exportPortal } from "#server/portal/export";
import { Store } from "#server/read/store";
import { API_SHAPE } from "#server/routes/api_shape";
import { openPublicReads } from "#sql/reader_pool";

export const exportPortalCommand: Command<{ readonly directory: string; readonly base: string | null }> = {
  name: "export-portal",
  operands: ["DIR"],
  options: { base: { type: "string", value: "URL" } },
  summary: "write the public portal of the latest release as files, for the address URL",
  parse({ operands: [directory], options: { base } }) {
    if (typeof base === "string" && !/^https?:\/\/\S+$/.test(base))
      throw new UsageError(`--base is "${base}": it is an address like https://data.example.org/open`);
    return { directory: directory!, base: typeof base === "string" ? base : null };
  },
  async run({ directory, base }, { database, config, onProgress, print }) {
    const reads = await openPublicReads(database);
    try {
      const store = new Store({ mode: database.mode, ...reads }, config.cacheBytes, API_SHAPE);
      const { files, bytes, seconds } = await exportPortal(store, { directory, base, onProgress });
      print(`${files} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s: ${directory}`);
      return true;
    } finally {
      await reads.close();
    }
  },
};
