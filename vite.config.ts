import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `npm run dev` serves the client on 5173 and passes API and tiles to the server on PORT (default 8080). */
const api = `http://127.0.0.1:${process.env["PORT"] ?? "8080"}`;

export default defineConfig({
  root: here("client"),
  plugins: [react()],
  build: { outDir: here("dist/client"), emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  // With the slash, since the client has an api.ts of its own.
  server: { proxy: { "/api/": api, "/tiles/": api } },
});
