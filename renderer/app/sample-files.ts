import cloud from "#examples/cloud-with-state-tenants.json?raw";
import rollout from "#examples/large-rollout.json?raw";
import startUp from "#examples/private-start-up.json?raw";
import startUpComplete from "#examples/private-start-up-complete.json?raw";
import distributor from "#examples/singapore-through-distributor.json?raw";
import subsidiary from "#examples/state-group-subsidiary.json?raw";

/** Every example order as a dossier file; all firms, persons and figures in them are made up. */
export const sampleFiles = [
  { fileName: "private-start-up-complete.json", text: startUpComplete },
  { fileName: "private-start-up.json", text: startUp },
  { fileName: "cloud-with-state-tenants.json", text: cloud },
  { fileName: "large-rollout.json", text: rollout },
  { fileName: "singapore-through-distributor.json", text: distributor },
  { fileName: "state-group-subsidiary.json", text: subsidiary },
] as const;
