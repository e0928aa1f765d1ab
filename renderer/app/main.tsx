import "../ui/tokens.css";
import "../ui/controls.css";
import "./shell.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { connectDesk } from "#bridge";
import { DeskContext } from "#ui";
import { App } from "./app.tsx";
import { NoDesk } from "./no-desk.tsx";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The host is on this machine: the browser's idea of being online says nothing about it.
      networkMode: "always",
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: 5_000,
    },
  },
});

const place = document.getElementById("root");
if (place !== null) {
  const root = createRoot(place);
  const desk = await connectDesk();
  root.render(
    <StrictMode>
      {desk.ok ? (
        <QueryClientProvider client={queries}>
          <DeskContext value={desk.value}>
            <App />
          </DeskContext>
        </QueryClientProvider>
      ) : (
        <NoDesk error={desk.error} />
      )}
    </StrictMode>,
  );
}
