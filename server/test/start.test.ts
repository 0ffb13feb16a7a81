// `npm start` and the commands beside it, as processes on the embedded database.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyTemplate } from "#sql/test/embedded_template";
import { ready, run, type Finished, type Process } from "./processes.ts";

const PROFILE = `
dataset: demo
title: {en: Extra table}
licence: {name: CC0-1.0, attribution: nobody}
wrong_key: 1
`;

describe("a server and commands on one data directory", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "village-lens-start-"));
  const environment = { DATA_DIR: dataDir, PORT: "0" };
  let server: Process;
  let url: string;
  let seeded: Finished;
  const lens = (...words: string[]) => run("server/cli/lens.ts", words, environment).finished;

  beforeAll(async () => {
    // The end-to-end tests start in an empty folder; here its database is there already.
    await copyTemplate(dataDir);
    seeded = await lens("seed", "--villages", "60", "--years", "1");
    server = run("server/main.ts", [], environment);
    url = await ready(server);
  });
  afterAll(async () => {
    server.child.kill("SIGKILL");
    await server.finished;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("starts with the demo that was seeded before", () => {
    expect(seeded).toMatchObject({ status: 0, stdout: "the fictional demo is published as release 1\n" });
  });

  it("prints one line on standard output, with the port it has", () => {
    expect(server.output.stdout).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  it("lists releases and publishes beside the running server, which shows it without a restart", async () => {
    const [listed, nothing] = await Promise.all([lens("releases"), lens("publish")]);
    expect(listed).toMatchObject({ status: 0 });
    expect(listed.stdout).toMatch(/^1\tpublished\t/);
    expect(nothing.status).toBe(1);
    expect(nothing.stderr).toContain("there is no draft");

    const larger = await lens("seed", "--villages", "66", "--years", "1");
    expect(larger.stdout).toContain("published as release 2");
    await expect
      .poll(async () => ((await (await fetch(`${url}/api/catalog`)).json()) as { release: number }).release)
      .toBe(2);

    const withdrawn = await lens("withdraw", "2");
    expect(withdrawn.stdout).toContain("the latest is 1 again");
    await expect
      .poll(async () => ((await (await fetch(`${url}/api/catalog`)).json()) as { release: number }).release)
      .toBe(1);
  });

  it("reports what is wrong with a profile, as text and as one JSON object, and changes nothing", async () => {
    const profile = join(dataDir, "profile.yaml");
    writeFileSync(profile, PROFILE);
    const [text, json, missing] = await Promise.all([
      lens("import", profile),
      lens("import", profile, "--json"),
      lens("import", join(dataDir, "nothing.yaml"), "--dry-run"),
    ]);
    expect(text.status).toBe(1);
    expect(text.stdout).toContain("wrong_key");
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, load: null });
    expect(missing.status).toBe(1);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  it("prints its usage when it is used wrongly", async () => {
    const [wrong, help] = await Promise.all([lens("imprt"), lens("help")]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('unknown command "imprt"');
    expect(wrong.stderr).toContain("usage: npm run lens --");
    expect(help).toMatchObject({ status: 0 });
  });

  it("refuses a wrong configuration, a second server and a port in use, with a message", async () => {
    const [wrong, second] = await Promise.all(
      [{ ...environment, PORT: "http" }, environment].map((each) => run("server/main.ts", [], each).finished),
    );
    expect(wrong).toMatchObject({ status: 1, stdout: "" });
    expect(wrong!.stderr).toBe('PORT="http": is a port number, 0–65535\n');
    expect(second!.status).toBe(1);
    expect(second!.stderr).not.toMatch(/^\s+at /m);
  });

  it("finishes and ends with 0 on SIGTERM", async () => {
    server.child.kill("SIGTERM");
    const { status, stdout, stderr } = await server.finished;
    expect(status).toBe(0);
    // Logs of all that was asked are on standard error.
    expect(stdout).toBe(`ready ${url}\n`);
    expect(stderr).toContain('"url":"/api/catalog"');
    await expect(fetch(`${url}/api/health`)).rejects.toThrow("fetch failed");
    const begun = performance.now();
    await lens("help");
    const started = performance.now();
    const again = run("server/main.ts", [], environment);
    const secondUrl = await ready(again);
    // On a busy machine everything takes longer: eight times as long as to print the usage.
    expect(performance.now() - started).toBeLessThan(Math.max(8_000, 8 * (started - begun)));
    const busy = mkdtempSync(join(tmpdir(), "village-lens-port-"));
    await copyTemplate(busy);
    const port = new URL(secondUrl).port;
    const taken = await run("server/main.ts", [], { DATA_DIR: busy, PORT: port }).finished;
    expect(taken).toMatchObject({ status: 1, stdout: "" });
    expect(taken.stderr).toBe(`port ${port} of 127.0.0.1 is in use: set PORT to another one\n`);
    again.child.kill("SIGTERM");
    expect((await again.finished).status).toBe(0);
    rmSync(busy, { recursive: true, force: true });
  });
});
