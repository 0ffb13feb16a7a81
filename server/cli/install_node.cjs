// Runs after `npm install`: makes node_modules/.bin/node the Node that npm brought for this platform.
// CommonJS and plain syntax, since any Node that npm came with reads it.

const { spawnSync } = require("node:child_process");
const { rmSync, symlinkSync } = require("node:fs");
const { join, resolve } = require("node:path");

/** From the root of the project, where npm runs this. */
const NODE = join(`node-${process.platform}-${process.arch}`, "bin", "node");
const LINK = join("node_modules", ".bin", "node");

const node = resolve("node_modules", NODE);
// Not where npm brought none, nor where it does not run (Alpine, whose C library is another): the machine's own serves.
const isUsable = spawnSync(node, ["--version"]).status === 0;

// npm leaves out optional packages (Rolldown's binary is one) that the Node it runs on is too old for: it is run again on ours.
const npm = /^npm\/.* node\/v(\d+)\./.exec(process.env.npm_config_user_agent || "");
if (isUsable && npm && Number(npm[1]) < 22) {
  const words = ["install", "--ignore-scripts", "--no-save", "--silent"];
  const { status } = spawnSync(node, [process.env.npm_execpath, ...words], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

// npm 10 removes the link together with the packages of other platforms, since they would have the same one.
rmSync(LINK, { force: true });
if (isUsable) symlinkSync(join("..", NODE), LINK);
