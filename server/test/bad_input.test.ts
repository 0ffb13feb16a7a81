// Whatever is asked, the answer is a clear problem, nothing is changed and the server stays up.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTRACTS } from "#server/routes/routes";
import { DATABASES } from "#sql/test/databases";
import { openDemo, pathOf, type DemoServer } from "./running.ts";

const TILE = "/tiles/1/internal/village";
const VALUES = "/api/values?indicator=mpi&period=2022";

const REFUSED: readonly [path: string, status: number, detail: RegExp][] = [
  [`${TILE}/9/x/200.mvt`, 400, /^x is "x": it is a whole number from 0 to 511$/],
  [`${TILE}/9/-1/200.mvt`, 400, /^x is "-1"/],
  [`${TILE}/9/1.5/200.mvt`, 400, /^x is "1\.5"/],
  [`${TILE}/9/512/200.mvt`, 400, /from 0 to 511/],
  [`${TILE}/9/1/1e2.mvt`, 400, /^y is "1e2"/],
  [`${TILE}/31/0/0.mvt`, 400, /^z is "31": it is a whole number from 0 to 30$/],
  [`${TILE}/30/0/0.mvt`, 404, /^level village has tiles at zooms \d+ to \d+, not 30$/],
  [`/tiles/1/internal/vilage/9/1/1.mvt`, 404, /^unknown level "vilage": known are province, /],
  [`/tiles/99/internal/village/9/1/1.mvt`, 404, /^unknown release 99: published are 1$/],
  [
    `/tiles/one/internal/village/9/1/1.mvt`,
    400,
    /^release "one" is neither "latest" nor a number, or a number/,
  ],
  [`/tiles/1-1/internal/village/9/1/1.mvt`, 400, /^release "1-1" is neither "latest" nor a number/],
  [
    `/tiles/1-0123456789abcdef/internal/village/9/1/1.mvt`,
    404,
    /^unknown release 1-0123456789abcdef: published are 1; release 1 is 1-[0-9a-f]{16} here$/,
  ],
  [`/tiles/1/secret/village/9/1/1.mvt`, 404, /^unknown edition "secret": known are internal, public$/],
  [`/tiles/1/public/village/9/402/215.mvt?c=overdue_alerts@2022`, 404, /^unknown indicator "overdue_alerts"/],
  [`${TILE}/9/1/1.mvt?c=mpi`, 400, /^column "mpi" is not of the form indicator@period$/],
  [`${TILE}/9/1/1.mvt?c=mp@2022`, 404, /^unknown indicator "mp": known are mpi, /],
  [`${TILE}/9/1/1.mvt?c=mpi@1999`, 404, /^unknown period "1999": known are 2014, /],
  [
    `${TILE}/9/1/1.mvt?c=${Array.from({ length: 9 }, () => "mpi@2022").join()}`,
    400,
    /^c names 9 columns: at most 8$/,
  ],
  [`${TILE}/9/1/1.mvt?c=mpi@2022&d=1`, 400, /^unknown parameter "d": known are c$/],
  [`/tiles/1/internal/vilage.json`, 404, /^unknown level "vilage"/],
  [`${VALUES}&level=vilage`, 404, /^unknown level "vilage"/],
  [`/api/values?indicator=mp&period=2022&level=county`, 404, /^unknown indicator "mp": known are mpi/],
  [`/api/values?indicator=mpi&period=2099&level=county`, 404, /^unknown period "2099"/],
  [`/api/values?indicator=measure.persons&period=2022&level=county`, 404, /^unknown indicator/],
  [`${VALUES}`, 400, /^parameter "level" is missing$/],
  [`${VALUES}&level=county&level=county`, 400, /^parameter "level" is given 2 times: give it once$/],
  [
    `${VALUES}&level=county&colour=red`,
    400,
    /^unknown parameter "colour": known are release, edition, indicator/,
  ],
  [`${VALUES}&level=county&format=xml`, 400, /^parameter "format" is "xml"/],
  [`${VALUES}&level=county&release=0`, 400, /^parameter "release" is "0"/],
  [`${VALUES}&level=county&release=1-0123456789abcdef`, 404, /^unknown release 1-0123456789abcdef: /],
  [
    `${VALUES}&level=county&release=1-0123456789ABCDEF`,
    400,
    /^parameter "release" is "1-0123456789ABCDEF": is a/,
  ],
  [`${VALUES}&level=county&release=1.5`, 400, /^parameter "release" is "1\.5"/],
  [`${VALUES}&level=county&edition=secret`, 400, /^parameter "edition" is "secret": .*internal.*public/],
  [
    `/api/areas/x/contested?edition=public`,
    404,
    /^\/api\/areas\/:code\/contested has no public edition: it answers from internal$/,
  ],
  [`${VALUES}&level=county&parent=000`, 404, /^unknown area code "000"/],
  [`/api/classes?indicator=mpi&period=2022&level=county&k=1`, 400, /^parameter "k" is "1"/],
  [`/api/classes?indicator=mpi&period=2022&level=county&method=jenks`, 400, /^parameter "method" is "jenks"/],
  [`/api/areas/123`, 404, /^unknown area code "123"/],
  [`/api/areas/${"9".repeat(65)}`, 400, /^parameter "code" is "9+": /],
  [`/api/areas/%00`, 400, /NUL/],
  [`/api/areas/%E0%A4%A`, 400, /decode/],
  [`/api/areas?q=${"a".repeat(101)}`, 400, /^parameter "q" is "a+": /],
  [`/api/areas?q=a%00b`, 400, /NUL/],
  [`/api/areas?limit=0`, 400, /^parameter "limit"/],
  [`/api/areas?level=vilage`, 404, /^unknown level/],
  [`/api/areas?parent=000`, 404, /^unknown area code "000"/],
  [`/api/nothing`, 404, /^nothing is at GET \/api\/nothing$/],
  [`/tiles/nothing`, 404, /^nothing is at/],
  [`/assets/../../package.json`, 404, /./],
  [`/assets/nothing.js`, 404, /^nothing is at GET \/assets\/nothing\.js$/],
];

const SQL = [
  "'; drop table release.release; --",
  "1 or 1=1",
  "mpi' union select null--",
  "$1",
  "\\'; select pg_sleep(9)",
];
const LONG = "x".repeat(10_000);

describe.each(DATABASES)("bad input on the $name database", (kind) => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await openDemo(kind);
  });
  afterAll(() => server.stop());

  it.each(REFUSED)("%s is refused with %i", async (path, status, detail) => {
    const answer = await server.refuse(path);
    expect(answer.status, answer.problem.detail).toBe(status);
    expect(answer.problem.detail).toMatch(detail);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is told what is known instead", async (method) => {
    for (const path of ["/api/catalog", "/tiles/1/internal/village/9/402/215.mvt", "/"]) {
      const response = await fetch(server.url + path, { method });
      expect([response.status, response.headers.get("allow")], path).toEqual([405, "GET, HEAD"]);
      expect(await response.json()).toMatchObject({
        detail: `method ${method} is not known here: known are GET, HEAD`,
      });
    }
  });

  it("takes SQL and 10 kB in every parameter for what they are: text", async () => {
    const good: Record<string, Record<string, string>> = {
      values: { indicator: "mpi", period: "2022", level: "county" },
      classes: { indicator: "mpi", period: "2022", level: "county" },
    };
    const params = { code: "990000000000", release: "1", edition: "internal", level: "village" };
    for (const contract of CONTRACTS)
      for (const text of [...SQL, LONG]) {
        const query = good[contract.id] ?? {};
        const paths = [
          ...Object.keys(contract.query.shape).map((name) =>
            pathOf(contract, { ...query, [name]: text }, params),
          ),
          ...Object.keys(contract.params.shape).map((name) =>
            pathOf(contract, query, { ...params, [name]: text }),
          ),
        ];
        for (const path of paths) {
          const response = await fetch(server.url + path);
          const isSearch = /[?&](q|c)=/.test(path);
          expect(response.status, path.slice(0, 200)).toBeGreaterThanOrEqual(isSearch ? 200 : 400);
          expect(response.status, path.slice(0, 200)).toBeLessThan(500);
          await response.arrayBuffer();
        }
      }
    const health = (await (await fetch(`${server.url}/api/health`)).json()) as {
      status: string;
      release: number;
    };
    expect(health).toMatchObject({ status: "ok", release: 1 });
    const [tables] = (
      await server.test.database.knex.raw<{ rows: { n: number }[] }>(
        "select count(*)::int as n from release.release",
      )
    ).rows;
    expect(tables!.n).toBe(1);
  });
});
