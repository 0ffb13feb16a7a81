// `npm run lens --`: runs one command of COMMANDS, beside a running server or without one.

import { userInfo } from "node:os";
import { visibleText } from "#domain/visible_text";
import { InputError } from "#analysis/problem";
import { openDatabase } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { keepFilesPrivate } from "#sql/private_folder";
import { ConfigError, readConfig } from "#server/config";
import { operatorMessage } from "#server/errors";
import { progressTo } from "#server/progress";
import { UsageError, type Command, type PlainContext } from "./command.ts";
import { parseCommandLine, USAGE } from "./command_line.ts";

/** Text of files and databases holds no controls when it comes to the terminal. */
const print = (line: string): void => {
  process.stdout.write(`${visibleText(line)}\n`);
};
const printError = (text: string): void => {
  process.stderr.write(`${visibleText(text)}\n`);
};

async function main(): Promise<number> {
  const asked = parseCommandLine(process.argv.slice(2));
  if (!asked) {
    print(USAGE);
    return 0;
  }
  const { command, args } = asked;
  const plain = { onProgress: progressTo(process.stderr), print };
  const isWell =
    command.needsDatabase === false
      ? await command.run(args, plain)
      : await runOnDatabase(command, args, plain);
  return isWell ? 0 : 1;
}

async function runOnDatabase(command: Command, args: unknown, plain: PlainContext): Promise<boolean> {
  keepFilesPrivate();
  const config = readConfig(process.env);
  const database = await openDatabase(config, {
    join: true,
    applicationName: "village-lens command",
    onProgress: plain.onProgress,
    onRestart: (lastWords) => printError(`the embedded database ended and is started anew: ${lastWords}`),
  });
  try {
    await migrate(database);
    return await command.run(args, { ...plain, database, config, user: userInfo().username });
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
      printError(`${error.message}\n\n${USAGE}`);
      process.exitCode = 2;
      return;
    }
    const stack = error instanceof Error ? error.stack : String(error);
    const message =
      error instanceof ConfigError || error instanceof InputError ? error.message : operatorMessage(error);
    printError(message ?? stack ?? String(error));
    process.exitCode = 1;
  });
