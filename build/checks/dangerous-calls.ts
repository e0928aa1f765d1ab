import { type Check, matches, type Problem, programCode } from "./source-files.ts";

interface Danger {
  readonly pattern: RegExp;
  readonly why: string;
  /** Files in which the call is meant, with the reason beside it. */
  readonly except?: readonly string[];
}

/** This file and its test spell the names out. */
const own = "build/checks/dangerous-calls";

const dangers: readonly Danger[] = [
  { pattern: /\b(inner|outer)HTML\b/g, why: "markup from text runs as code" },
  { pattern: /\binsertAdjacentHTML\b/g, why: "markup from text runs as code" },
  { pattern: /\bdangerouslySetInnerHTML\b/g, why: "markup from text runs as code" },
  { pattern: /\bdocument\.write(ln)?\b/g, why: "markup from text runs as code" },
  { pattern: /\bexecuteJavaScript\w*/g, why: "text runs as code in the page" },
  { pattern: /\bnodeIntegration\w*\s*:\s*true/g, why: "the page would have Node" },
  { pattern: /\bcontextIsolation\s*:\s*false/g, why: "the page would reach the preload" },
  { pattern: /\bsandbox\s*:\s*false/g, why: "the page would leave the sandbox" },
  { pattern: /\bwebSecurity\s*:\s*false/g, why: "the page would read other origins" },
  { pattern: /\ballowRunningInsecureContent\s*:\s*true/g, why: "the page would load plain HTTP" },
  { pattern: /\bexperimentalFeatures\s*:\s*true/g, why: "untested engine features" },
  { pattern: /\benableBlinkFeatures\b/g, why: "untested engine features" },
  { pattern: /\bwebviewTag\s*:\s*true/g, why: "a page inside the page" },
  { pattern: /\bopenExternal\b/g, why: "hands an address to another program" },
  { pattern: /\bopenPath\b/g, why: "opens a file with whatever program claims it" },
  { pattern: /\beval\s*\(/g, why: "text runs as code" },
  { pattern: /\bnew Function\b/g, why: "text runs as code" },
  { pattern: /\bunsafe-(inline|eval|hashes)\b/g, why: "a hole in the content security policy" },
  {
    pattern: /\bchild_process\b/g,
    why: "starts other programs",
    except: [
      "build/setup/run.mjs",
      "build/checks/borders.ts",
      "build/checks/unused.ts",
      "electron/loopback/open-browser.ts",
      "electron/node/processes/forked-process.ts",
      "build/package/",
    ],
  },
  { pattern: /\bshell\s*:\s*true\b/g, why: "a name becomes a shell command" },
  { pattern: /\b(setTimeout|setInterval)\s*\(\s*["'`]/g, why: "text runs as code" },
];

/** Names that turn text into code, open the sandbox or start other programs stand nowhere in the program. */
export const checkDangerousCalls: Check = (_root, files) =>
  programCode(files)
    .filter((file) => !file.path.startsWith(own))
    .flatMap((file) =>
      dangers
        .filter((danger) => !danger.except?.some((path) => file.path.startsWith(path)))
        .flatMap((danger) =>
          [...matches(file, danger.pattern)].map(
            ({ line, match }): Problem => ({
              file: file.path,
              line,
              message: `"${match[0]}" is not used in this project: ${danger.why}`,
            }),
          ),
        ),
    );
