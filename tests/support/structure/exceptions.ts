/** Functions that forward and stay, each with its reason. */
export const justified: Readonly<Record<string, string>> = {
  "electron/store/workspace/open-workspace.ts catchUp":
    "the follower is made of the core that names it: the name is bound when it is called",
  "electron/store/workspace/open-workspace.ts touched":
    "the indexer is made of the core that names it: the name is bound when it is called",
};
