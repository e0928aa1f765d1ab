import { ensureBuilt, prepare } from "./setup/index.mjs";
import { say } from "./setup/say.mjs";

// `npm run build`: dist holds the page and the hosts of today's sources.
await ensureBuilt(prepare());
say("dist is up to date.");
