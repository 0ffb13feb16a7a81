// A plain tile server as others are: node:http and pg, ST_AsMVT, gzip, and a cache of finished tiles: `peer_server.ts DATABASE_URL CACHE_BYTES`.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import pg from "pg";
import { BoundedCache } from "#server/cache";
import { tileQuery } from "#bench/peer";

const CONNECTIONS = 10;
const packed = promisify(gzip);

const [databaseUrl, cacheBytes] = process.argv.slice(2);
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: CONNECTIONS,
  options: "-c jit=off -c max_parallel_workers_per_gather=0",
});
const cache = new BoundedCache<Buffer>(Number(cacheBytes), ({ length }) => length);

async function tileOf(path: string, isGzip: boolean): Promise<Buffer> {
  const [, level, z, x, y] = /^\/(\w+)\/(\d+)\/(\d+)\/(\d+)$/.exec(path)!;
  const { rows } = await pool.query<{ tile: Buffer }>({
    name: `tile of ${level!}`,
    text: tileQuery(level!),
    values: [level, z, x, y],
  });
  return isGzip ? packed(rows[0]!.tile, { level: 1 }) : rows[0]!.tile;
}

const server = createServer((req, res) => {
  const isGzip = req.headers["accept-encoding"] === "gzip";
  Promise.resolve(cache.get(`${req.url!} ${isGzip}`, () => tileOf(req.url!, isGzip))).then(
    (body) => {
      res.writeHead(200, {
        "content-type": "application/vnd.mapbox-vector-tile",
        "content-length": body.length,
        ...(isGzip ? { "content-encoding": "gzip" } : {}),
      });
      res.end(body);
    },
    (error: unknown) => {
      res.writeHead(500);
      res.end(String(error));
    },
  );
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", () => process.exit(0));
