import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Request, Response } from "express";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toProblem } from "#server/errors";
import { readFormBody } from "./form_body.ts";

const app = express().post("/", (req: Request, res: Response) => {
  readFormBody(req, res, 5 << 20).then(
    ({ fields, files }) => res.json({ fields, files: Object.keys(files) }),
    (error: unknown) => {
      const { status, detail } = toProblem(error);
      res.status(status).json({ detail });
    },
  );
});
const server = createServer(app);
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => server.close());

const post = async (body: string | FormData, type?: string) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    body,
    headers: type === undefined ? {} : { "content-type": type },
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const URL_ENCODED = "application/x-www-form-urlencoded";
const boundary = "----b";
const part = (name: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nx\r\n`;

it("reads fields and files", async () => {
  const form = new FormData();
  form.append("words", "水不够");
  form.append("photo", new Blob(["x"]), "a.jpg");
  form.append("none", new Blob([]), "b.jpg");
  expect(await post(form)).toEqual({ status: 200, body: { fields: { words: "水不够" }, files: ["photo"] } });
});

it.each([
  ["urlencoded", "a=&".repeat(1_000_000), URL_ENCODED],
  [
    "multipart",
    `${part("a").repeat(50_000)}--${boundary}--\r\n`,
    `multipart/form-data; boundary=${boundary}`,
  ],
  [
    "quoted boundary",
    `${part("a").repeat(40)}--${boundary}--\r\n`,
    `multipart/form-data; boundary="${boundary}"`,
  ],
])("refuses a form of too many fields before it is read (%s)", async (_, body, type) => {
  expect(await post(body, type)).toEqual({
    status: 400,
    body: { detail: "the form has more than 30 fields" },
  });
});
