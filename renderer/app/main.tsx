import "../ui/layout/tokens.css";
import "../ui/fields/controls.css";
import "./shell.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { connectDesk, type Desk, pictureIsComing } from "#bridge";
import { type Lang, languages, loadWords } from "#shared/i18n";
import { defaultSettings, type Settings } from "#shared/model";
import { DeskContext, unwrap } from "#ui";
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

/** Asks for what the first picture shows before anything is drawn, so that it is drawn once and whole. */
async function askAhead({ client }: Desk): Promise<void> {
  const ahead = (name: string, queryFn: () => Promise<unknown>) =>
    queries.prefetchQuery({ queryKey: [name], queryFn });
  const settings = async () => {
    await ahead("settings", async () => await unwrap(client.settings.get({})));
    await loadWords(
      queries.getQueryData<Settings>(["settings"])?.language ?? defaultSettings.language,
    );
  };
  await Promise.all([
    ahead("start", async () => await unwrap(client.start.state({}))),
    settings(),
    ahead("host", async () => await unwrap(client.host.info({}))),
    ahead("orders", async () => await unwrap(client.orders.list({}))),
  ]);
  // Where nothing is open these were refused; they are asked for anew once something is.
  if (queries.getQueryData<{ readonly state: string }>(["start"])?.state !== "open") {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "start" });
    await Promise.all(languages.map(loadWords));
  }
}

/** The words that will most likely be asked for, fetched while the desk is still being found. */
const likely: Lang = navigator.language.startsWith("en") ? "en" : "zh";

const place = document.getElementById("root");
if (place !== null) {
  const root = createRoot(place);
  const words = loadWords(likely);
  const desk = await connectDesk();
  if (desk.ok) await askAhead(desk.value);
  else await Promise.all(languages.map(loadWords));
  await words;
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
  pictureIsComing();
}
