import {
  entryFingerprint,
  type ListIndex,
  type PartyHit,
  type ScreenHit,
  screen,
} from "#shared/screening";

/** A hit as the contract and `screen --json` write it. */
export function hitRow(hit: ScreenHit | PartyHit) {
  const { entry } = hit;
  return {
    ...("party" in hit ? { party: hit.party } : {}),
    query: hit.query,
    list: hit.list,
    listSha256: hit.listSha256,
    entry: entry.id,
    name: entry.name,
    program: entry.programs.join("; "),
    kind: entry.kind,
    matched: hit.matched,
    score: hit.score,
    strength: hit.strength,
    ...(hit.found === undefined ? {} : { found: hit.found }),
    ...(hit.alignment === undefined
      ? {}
      : { pieces: hit.alignment.pieces.map((piece) => ({ ...piece })) }),
    explanation: [...hit.explanation],
    status: "status" in hit ? hit.status : ("possible" as const),
    ...(entry.licencePolicy === undefined ? {} : { licencePolicy: entry.licencePolicy }),
    aliases: [...entry.aliases],
    countries: [...entry.countries],
    entryHash: "entryHash" in hit ? hit.entryHash : entryFingerprint(entry),
    ...("partyHash" in hit ? { partyHash: hit.partyHash, reopened: [...hit.reopened] } : {}),
    ...("decision" in hit && hit.decision !== undefined ? { decision: hit.decision } : {}),
  };
}

/** Every hit of some names against some lists. A text that is a registration number is looked up as one, too. */
export function screenNames(
  indexes: readonly ListIndex[],
  names: readonly string[],
): readonly ScreenHit[] {
  return names.flatMap((name) => {
    const codes = /\d/.test(name) && /^[A-Za-z0-9 .\-/]{6,40}$/.test(name) ? [name] : [];
    return indexes.flatMap((index) => screen(index, { names: [name], codes }));
  });
}
