import type { PersonRole } from "#shared/model";
import type { ActStatement } from "./act.ts";

/** A person as the acts know them: the key and roles that somebody else confirmed. */
export type Standing = {
  readonly person: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly publicKey: string;
  readonly roles: readonly PersonRole[];
};

/** A person's names as somebody confirmed them. */
type Names = Pick<Standing, "name" | "nameEn">;

/** One key with one set of roles of one person; a change of either begins a new version. */
type Version = Omit<Standing, "name" | "nameEn"> & {
  /** Names may be confirmed anew; key and roles may not. */
  name: string;
  nameEn?: string | undefined;
  /** Every pair of names under which this key was confirmed: what was signed under an earlier one stays the person's. */
  readonly names: Names[];
  /** The first two persons of a firm, who confirmed each other before anybody was known. */
  readonly founder: boolean;
  /** The versions that vouch for this one. */
  readonly by: Set<Version>;
  /** The day of the signed change that began it; absent for the first one. */
  readonly since?: string | undefined;
  /** The day on which two persons said that this key vouches for nothing any more. */
  revoked?: string | undefined;
};

/** A key that the acts know, with the name and roles that were confirmed with it and the days of the changes around it. */
export type RegisteredKey = Standing & {
  /** All names under which it was confirmed, the present ones among them. */
  readonly names: readonly Names[];
  /** The one person through whom alone it is known, where there is one: the key may be in that person's hand. */
  readonly through?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly revoked?: string | undefined;
};

type Pending = { readonly by: string; readonly byKey: string; readonly of: Standing };

/**
 * Who is known here, computed from acts alone: nothing that is written into the book of persons changes it. Everybody but
 * the two founders is known through others, so it can be asked whether somebody would still be known without a given person.
 */
export class Register {
  readonly #versions = new Map<string, Version[]>();
  readonly #pending: Pending[] = [];
  #onePerson: { readonly person: string; readonly publicKey: string } | undefined;

  /** The present key and roles of a person whom others confirmed. */
  readonly standing: (person: string) => Standing | undefined = this.#current.bind(this);

  /** The newest key and roles of a person whom others confirmed, a revoked key included. */
  newest(person: string): Standing | undefined {
    return this.#versions.get(person)?.at(-1);
  }

  /** Whether this key was revoked, whoever it belonged to. */
  isRevoked(publicKey: string): boolean {
    for (const versions of this.#versions.values())
      if (versions.some((one) => one.publicKey === publicKey && one.revoked !== undefined))
        return true;
    return false;
  }

  /** Every key that was ever known here, present and earlier ones; `until` is the day on which another took its place. */
  get keys(): readonly RegisteredKey[] {
    return [...this.#versions.values()].flatMap((versions) =>
      versions.map((version, at) => {
        const { person, name, nameEn, names, publicKey, roles, since, revoked } = version;
        return {
          ...{ person, name, nameEn, names, publicKey, roles, since, revoked },
          through: this.#throughOne(version),
          until: versions[at + 1]?.since,
        };
      }),
    );
  }

  /** Whether two persons have confirmed each other; from then on only known persons make others known. */
  get founded(): boolean {
    return this.#versions.size > 0;
  }

  /** The one person who does everything, where a firm of one said so by an act and nobody else is known. */
  get onePerson(): { readonly person: string; readonly publicKey: string } | undefined {
    return this.founded ? undefined : this.#onePerson;
  }

  /** Whether this person is known, or is the one person of the firm, under this key. */
  isKnown(person: string, publicKey: string): boolean {
    const one = this.onePerson;
    if (one !== undefined) return one.person === person && one.publicKey === publicKey;
    return this.#current(person)?.publicKey === publicKey;
  }

  /** Whether this person was ever known under this key, the present one or an earlier one. */
  wasKnown(person: string, publicKey: string): boolean {
    const versions = this.#versions.get(person) ?? [];
    return this.isKnown(person, publicKey) || versions.some((one) => one.publicKey === publicKey);
  }

  /** Whether a person would be known, with the present key and roles, if `without` had confirmed nobody. */
  knownWithout(person: string, without: string): boolean {
    const wanted = this.#current(person);
    return wanted !== undefined && person !== without && this.#reached(wanted, without);
  }

  /** Whether a version is known through others than `without`. */
  #reached(wanted: Version, without: string): boolean {
    const seen = new Set<Version>();
    const reaches = (version: Version): boolean => {
      if (version.person === without || seen.has(version)) return false;
      seen.add(version);
      return version.founder || [...version.by].some(reaches);
    };
    return reaches(wanted);
  }

  #throughOne(version: Version): string | undefined {
    const others = [...this.#versions.keys()].filter((one) => one !== version.person);
    return others.find((one) => !this.#reached(version, one));
  }

  /**
   * The one person through whom alone somebody is known: whoever confirms a name, or countersigns its new key, alone may hold that
   * key. None for whom two vouch, and for the founders.
   */
  knownThrough(person: string): string | undefined {
    const version = this.#current(person);
    return version === undefined ? undefined : this.#throughOne(version);
  }

  /** Whether no one hand, of one of the two or of a third, can have made both. */
  independent(a: string, b: string): boolean {
    return this.sharedHand([a, b]) === undefined;
  }

  /**
   * One person through whom alone two or more of these are known, that person included: one hand may be behind them. None where
   * each would still be known if any one person had confirmed nobody.
   */
  sharedHand(
    persons: readonly string[],
  ): { readonly person: string; readonly through: string } | undefined {
    for (const through of this.#versions.keys()) {
      const behind = persons.filter((one) => one === through || !this.knownWithout(one, through));
      const person = behind.find((one) => one !== through);
      if (behind.length > 1 && person !== undefined) return { person, through };
    }
    return undefined;
  }

  /** Who vouches for a person's present key and roles. */
  confirmedBy(person: string): readonly string[] {
    const found = this.#current(person);
    return found === undefined ? [] : [...new Set([...found.by].map((one) => one.person))].sort();
  }

  /** Whether somebody else is known, or waits to be, under this key. */
  isTaken(publicKey: string, person: string): boolean {
    for (const [id, versions] of this.#versions)
      if (id !== person && versions.some((one) => one.publicKey === publicKey)) return true;
    return this.#pending.some(({ of }) => of.person !== person && of.publicKey === publicKey);
  }

  /** The keys and roles that confirmations before founding speak of, newest last. */
  waiting(person: string): Standing | undefined {
    return this.#pending.findLast(({ of }) => of.person === person)?.of;
  }

  /** Takes in an act that `refusalOf` does not refuse. */
  take(statement: ActStatement): void {
    const [first, second] = statement.signers;
    if (first === undefined) return;
    switch (statement.kind) {
      case "person-confirmation": {
        const of = { person: statement.subject.id, ...statement.payload };
        this.#confirm({ by: first.person, byKey: first.publicKey, of });
        return;
      }
      case "key-change":
      case "role-change": {
        const before = this.newest(statement.subject.id);
        if (before === undefined) return;
        if (statement.kind === "key-change" && statement.payload.lost === true)
          this.#revoke(statement.payload.from, statement.day);
        const changed =
          statement.kind === "key-change"
            ? { publicKey: statement.payload.to }
            : { roles: statement.payload.to };
        const by = [first, second].flatMap((signer) =>
          signer === undefined || signer.person === before.person ? [] : [signer.person],
        );
        this.#add({ ...before, ...changed }, by, { founder: false, since: statement.day });
        return;
      }
      case "key-revocation":
        this.#revoke(statement.payload.publicKey, statement.day);
        return;
      case "one-person-firm":
        this.#onePerson = statement.payload.on ? first : undefined;
        return;
      default:
        return;
    }
  }

  #current(person: string): Version | undefined {
    const newest = this.#versions.get(person)?.at(-1);
    return newest?.revoked === undefined ? newest : undefined;
  }

  #revoke(publicKey: string, day: string): void {
    for (const versions of this.#versions.values())
      for (const version of versions) if (version.publicKey === publicKey) version.revoked ??= day;
    if (this.#onePerson?.publicKey === publicKey) this.#onePerson = undefined;
  }

  #add(
    standing: Standing,
    by: readonly string[],
    { founder, since }: Pick<Version, "founder" | "since">,
  ): void {
    const { person, name, nameEn, publicKey, roles } = standing;
    const vouching = by.flatMap((one) => this.#current(one) ?? []);
    const vouchers = new Set(vouching);
    const names = [{ name, nameEn }];
    const version = { person, name, nameEn, names, publicKey, roles, founder, since, by: vouchers };
    this.#versions.set(person, [...(this.#versions.get(person) ?? []), version]);
  }

  #confirm(pending: Pending): void {
    const { by, of } = pending;
    const present = this.#current(of.person);
    if (!this.founded) {
      this.#found(pending);
      return;
    }
    const voucher = this.#current(by);
    if (present === undefined) this.#add(of, [by], { founder: false });
    else if (voucher !== undefined) {
      present.by.add(voucher);
      present.name = of.name;
      present.nameEn = of.nameEn;
      const { name, nameEn } = of;
      if (!present.names.some((one) => one.name === name && one.nameEn === nameEn))
        present.names.push({ name, nameEn });
    }
  }

  /** The first two who confirm each other are the founders; what either of them confirmed before counts from then on. */
  #found(pending: Pending): void {
    const back = this.#pending.findLast(
      ({ by, byKey, of }) =>
        by === pending.of.person &&
        byKey === pending.of.publicKey &&
        of.person === pending.by &&
        of.publicKey === pending.byKey,
    );
    this.#pending.push(pending);
    if (back === undefined) return;
    this.#add(pending.of, [], { founder: true });
    this.#add(back.of, [], { founder: true });
    for (const [one, other] of [
      [pending.of, back.of],
      [back.of, pending.of],
    ] as const) {
      const voucher = this.#current(other.person);
      if (voucher !== undefined) this.#current(one.person)?.by.add(voucher);
    }
    for (const earlier of this.#pending)
      if (this.isKnown(earlier.by, earlier.byKey) && this.#current(earlier.of.person) === undefined)
        this.#add(earlier.of, [earlier.by], { founder: false });
      else if (this.isKnown(earlier.by, earlier.byKey)) this.#vouchAgain(earlier);
  }

  #vouchAgain({ by, of }: Pending): void {
    const present = this.#current(of.person);
    const voucher = this.#current(by);
    const same = present?.publicKey === of.publicKey && sameRoles(present.roles, of.roles);
    if (same && voucher !== undefined && voucher.person !== of.person) present.by.add(voucher);
  }
}

/** Whether two sets of roles are the same, whatever their order. */
export function sameRoles(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}
