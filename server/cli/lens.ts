// `npm run lens --`: runs one command of COMMANDS, beside a running server or without one.

import { userInfo } from "node:os";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { keepFilesPrivate } from "#sql/private_folder";
import { ConfigError, readConfig } from "#server/config";
import { operatorMessage } from "#server/errors";
import { progressTo } from "#server/progress";
import { UsageError } from "./command.ts";
import { parseCommandLine, USAGE } from "./command_line.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<number> {
  const asked = parseCommandLine(process.argv.slice(2));
  if (!asked) {
    print(USAGE);
    return 0;
  }
  keepFilesPrivate();
  const config = readConfig(process.env);
  const onProgress = progressTo(process.stderr);
  const database = await openDatabase(config, {
    join: true,
    applicationName: "village-lens command",
    onProgress,
    onRestart: (lastWords) =>
      process.stderr.write(`the embedded database ended and is started anew: ${lastWords}\n`),
  });
  try {
    await migrate(database);
    const context = { database, config, user: userInfo().username, onProgress, print };
    return (await asked.command.run(asked.args, context)) ? 0 : 1;
  } finally {
    await database.close();
  }
}

main()
  .then((status) => {
    process.exitCode = status;
  })
  .catch((error: unknown) => {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${USAGE}\n`);
      process.exitCode = 2;
      return;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    const message = error instanceof ConfigError ? error.message : operatorMessage(error);
    process.stderr.write(`${message ?? stack}
`);
    process.exitCode = 1;
  });
