// Starts the app.

import "./data/disable_zod_jit.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { App } from "./App.tsx";
import "./styles/print.css";

// Before the first word is drawn, so that none of them changes its shape.
void document.fonts.load('13px "Inter Variable"');

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
