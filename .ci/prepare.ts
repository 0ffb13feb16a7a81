// Sees to it that what the tests need beyond npm packages is there: PostgreSQL with PostGIS, Chromium, GDAL, a Chinese font.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const POSTGRES = "/usr/lib/postgresql";

function hasPostgis(): boolean {
  const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).filter((name) => Number(name) >= 15) : [];
  return versions.some(
    (version) =>
      existsSync(join(POSTGRES, version, "bin/initdb")) &&
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
}

function hasChineseFont(): boolean {
  return (spawnSync("fc-list", [":lang=zh", "file"], { encoding: "utf8" }).stdout ?? "").trim() !== "";
}

/** Debian's packages for what is missing. */
function missing(): string[] {
  const out: string[] = [];
  if (process.env["TEST_DATABASE_URL"] === undefined && !hasPostgis())
    out.push("postgresql", "postgresql-postgis");
  if (!existsSync(process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium")) out.push("chromium");
  if (spawnSync("ogr2ogr", ["--version"]).error) out.push("gdal-bin");
  if (!hasChineseFont()) out.push("fontconfig", "fonts-wqy-microhei");
  return out;
}

function isDebianRoot(): boolean {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && process.getuid?.() === 0;
}

function run(program: string, args: string[]): boolean {
  process.stderr.write(`prepare: ${program} ${args.join(" ")}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", 2, 2], env }).status === 0;
}

const packages = missing();
if (packages.length > 0 && isDebianRoot()) {
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages]);
}
const still = missing();
if (still.length > 0) {
  process.stderr.write(
    `prepare: the tests need: apt-get install --no-install-recommends ${still.join(" ")}\n`,
  );
  process.exitCode = 1;
}
