// `lens backup` and `lens restore`.

import type { Command, FileCommand } from "#server/cli/command";
import { makeBackup } from "#server/backup/backup";
import { restoreBackup } from "#server/backup/restore";
import { readConfig } from "#server/config";
import { keepFilesPrivate } from "#sql/private_folder";

const MEGABYTE = 2 ** 20;

export const backupCommand: Command<string> = {
  name: "backup",
  operands: ["FILE"],
  options: {},
  summary: "write everything that the database holds to FILE, beside a running server",
  parse: ({ operands: [file = ""] }) => file,
  async run(file, { database, config, onProgress, print }) {
    const { manifest, bytes } = await makeBackup(database, { file, dataDir: config.dataDir, onProgress });
    print(`${file}: ${manifest.releases.length} releases, ${(bytes / MEGABYTE).toFixed(1)} MB`);
    return true;
  },
};

export const restoreCommand: FileCommand<string> = {
  name: "restore",
  operands: ["FILE"],
  options: {},
  summary: "restore FILE into an empty DATA_DIR or DATABASE_URL, and verify what it publishes",
  needsDatabase: false,
  parse: ({ operands: [file = ""] }) => file,
  async run(file, { onProgress, print }) {
    keepFilesPrivate();
    const { manifest, verified } = await restoreBackup(file, readConfig(process.env), onProgress);
    print(
      `restored ${manifest.releases.length} releases of ${manifest.madeAt}, ${verified.columns} columns as they were published`,
    );
    return true;
  },
};
