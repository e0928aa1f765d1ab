import { z } from "zod";

// Must come before the first schema is made: the page's policy refuses code made from text, and zod tries at that moment.
z.config({ jitless: true });
