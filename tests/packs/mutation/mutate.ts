import process from "node:process";
import { parseArgs } from "node:util";
import { packFolders } from "../support/pack-files.ts";
import { survivorsOf } from "./survivors.ts";

const { values } = parseArgs({
  options: {
    pack: { type: "string" },
    every: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

const help = `node tests/packs/mutation/mutate.ts [--pack cn-import|us-export] [--every 1]
  Changes every operator, threshold, date, state, lane and member of the packs in turn, and names the changes for which no case fails.
`;

function main(): void {
  if (values.help) return void process.stdout.write(help);
  const wanted = packFolders.filter((one) => one.startsWith(values.pack ?? ""));
  for (const folder of wanted) {
    let left = 0;
    let all = 0;
    for (const { tried, survivor } of survivorsOf(folder, Number(values.every))) {
      all = tried;
      if (survivor === undefined) continue;
      left += 1;
      process.stdout.write(`  survives: ${survivor}\n`);
    }
    process.stdout.write(`${folder} ${all} changes, ${left} survive\n`);
  }
}

main();
