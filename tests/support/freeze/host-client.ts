import { type DeskServer, startDesk } from "../desk-server.ts";

type Reply = { readonly ok: boolean; readonly value?: unknown; readonly error?: unknown };

/** The loopback host, spoken to as its page does. */
export type HostClient = {
  readonly call: (path: string, input: object) => Promise<Reply>;
  /** Sends bytes; the grant that names them. */
  readonly upload: (fileName: string, bytes: Uint8Array) => Promise<string>;
  /** The bytes behind a grant. */
  readonly download: (grant: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

async function signIn(server: DeskServer): Promise<Record<string, string>> {
  const own = {
    origin: server.origin,
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
  };
  const token = new URL(server.url).hash.replace("#token=", "");
  const body = JSON.stringify({ token });
  const answer = await fetch(`${server.origin}/session`, { method: "POST", headers: own, body });
  const { key = "" } = (await answer.json()) as { key?: string };
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { ...own, cookie, "x-desk-key": key };
}

/** Starts the built host on a workspace, made where the folder has none, and signs in. */
export async function startHost(workspace: string): Promise<HostClient> {
  const server = await startDesk({ workspace, lang: "en" });
  const headers = await signIn(server);
  const call = async (path: string, input: object) => {
    const body = JSON.stringify(input);
    const answer = await fetch(`${server.origin}/api/${path}`, { method: "POST", headers, body });
    return (await answer.json()) as Reply;
  };
  return {
    call,
    upload: async (fileName, bytes) => {
      const begun = await call("files/begin", { fileName, bytes: bytes.length });
      const { grant } = begun.value as { grant: string };
      await call("files/append", { grant, base64: Buffer.from(bytes).toString("base64") });
      await call("files/finish", { grant });
      return grant;
    },
    download: async (grant) => {
      const answer = await fetch(`${server.origin}/files/${grant}`, { headers });
      if (!answer.ok) throw new Error(`The host refused a download: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    close: server.close,
  };
}
