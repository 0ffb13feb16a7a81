// `npm run lens --`: import, seed, publish, withdraw, releases. Works beside a running server and without one.

import { userInfo } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "#sql/connect";
import { migrate } from "#sql/migrate";
import { ConfigError, readConfig, type Config } from "#server/config";
import { ProblemError, toProblem } from "#server/errors";
import { seedDemo } from "#server/first_data";
import { progressTo } from "#server/progress";
import { makeDraft } from "#server/release/make_draft";
import { allReleases, publish, withdraw } from "#server/release/publish";
import { boundaryVersions } from "#server/release/release_inputs";
import { parseCommand, USAGE, UsageError, type Command } from "./command_line.ts";
import { runImport } from "./run_import.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a command and tells whether all is well. */
async function run(command: Command, database: Database, config: Config): Promise<boolean> {
  switch (command.name) {
    case "import":
      return runImport(database, command, {
        importedBy: userInfo().username,
        tempDir: join(config.dataDir, "tmp"),
      });
    case "seed": {
      const release = await seedDemo(database, {
        dataDir: config.dataDir,
        onProgress: progressTo(process.stderr),
        ...(command.villages === null ? {} : { villages: command.villages }),
        ...(command.years === null ? {} : { years: command.years }),
      });
      say(
        release === null
          ? "the demo is there already: nothing was changed"
          : `the fictional demo is published as release ${release}`,
      );
      return true;
    }
    case "boundaries":
      for (const { id, validOn, source } of await boundaryVersions(database.knex))
        say([id, validOn ?? "without a date", source].join("\t"));
      return true;
    case "draft": {
      const { boundaryVersion } = command;
      const draft = await makeDraft(database, {
        createdBy: userInfo().username,
        onProgress: progressTo(process.stderr),
        ...(boundaryVersion === null ? {} : { boundaryVersion }),
      });
      if (!draft) throw new UsageError("nothing is stored yet: import a profile first");
      say(
        draft.isNew
          ? `draft release ${draft.number} is ready: npm run lens -- publish`
          : `release ${draft.number} shows exactly this already`,
      );
      return true;
    }
    case "publish":
      say(`release ${await publish(database, command.note)} is published and the latest`);
      return true;
    case "withdraw": {
      const latest = await withdraw(database, command.release);
      say(
        `release ${command.release} is withdrawn; ${latest === null ? "no release is published now" : `the latest is ${latest} again`}`,
      );
      return true;
    }
    case "releases":
      for (const { number, state, createdAt, publishedAt, note, periods } of await allReleases(database))
        say([number, state, publishedAt ?? createdAt, periods.join(" "), note].join("\t"));
      return true;
    case "help":
      say(USAGE);
      return true;
  }
}

async function main(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  if (command.name === "help") {
    say(USAGE);
    return 0;
  }
  const config = readConfig(process.env);
  const database = await openDatabase(config, {
    join: true,
    applicationName: "village-lens command",
    onProgress: progressTo(process.stderr),
  });
  try {
    await migrate(database);
    return (await run(command, database, config)) ? 0 : 1;
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
    const isTold =
      error instanceof ProblemError || error instanceof ConfigError || toProblem(error).status === 503;
    process.stderr.write(
      `${error instanceof Error ? (isTold ? error.message : error.stack) : String(error)}\n`,
    );
    process.exitCode = 1;
  });
