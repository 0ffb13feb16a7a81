// Starts the app.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { QueryClientProvider } from "@tanstack/react-query";
import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { App } from "./App.tsx";
import { queryClient } from "./data/query_client.ts";
import "./styles/print.css";

// Before the first word is drawn, so that none of them changes its shape.
void document.fonts.load('13px "Inter Variable"');

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
