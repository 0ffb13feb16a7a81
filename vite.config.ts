import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { LICENCES_FILE, licencesPlugin } from "./client/licences/licences_plugin.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `npm run dev` serves the client on 5173 and passes API and tiles to the server on PORT (default 8080). */
const api = `http://127.0.0.1:${process.env["PORT"] ?? "8080"}`;

export default defineConfig(({ command }) => {
  // What is built is what is served, whoever builds it: tests set NODE_ENV to something else.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    root: here("client"),
    plugins: [react(), licencesPlugin(here("."))],
    // zod is 90 KB that nothing would run in the built client (client/data/schemas_left_out.ts).
    resolve: command === "build" ? { alias: { zod: here("client/data/schemas_left_out.ts") } } : {},
    build: {
      outDir: here("dist/client"),
      emptyOutDir: true,
      chunkSizeWarningLimit: 1500,
      license: { fileName: LICENCES_FILE },
    },
    // With the slash, since the client has an api.ts of its own.
    server: { proxy: { "/api/": api, "/tiles/": api } },
  };
});
