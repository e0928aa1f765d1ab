import { z } from "zod";

// Must come before the first schema is made: the page's policy refuses code made from text, and zod tries at that moment.
z.config({ jitless: true });

// Calls between browsers need no request that the policy sees. The page makes none, and nothing in it can.
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"])
  Reflect.deleteProperty(globalThis, name);
