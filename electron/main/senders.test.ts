import type { IpcMainInvokeEvent, WebContents } from "electron";
import { expect, test } from "vitest";
import { isOwnAddress } from "./app-origin.ts";
import { readArguments } from "./arguments.ts";
import { isOwnSender } from "./ipc.ts";

const contents = { id: 1 } as WebContents;
type Event = Pick<IpcMainInvokeEvent, "sender" | "senderFrame">;
const from = (url: string, parent: unknown = null): Event =>
  ({ sender: contents, senderFrame: { url, parent } }) as unknown as Event;
const isOurs = (asked: WebContents) => asked === contents;

test("the top frame of our window on our page is heard", () => {
  expect(isOwnSender(from("app://desk/index.html"), isOurs)).toBe(true);
});

test("a child frame, a frame that is gone, another window and another address are not", () => {
  expect(isOwnSender(from("app://desk/index.html", {}), isOurs)).toBe(false);
  expect(isOwnSender({ sender: contents, senderFrame: null }, isOurs)).toBe(false);
  expect(isOwnSender(from("app://desk/index.html"), () => false)).toBe(false);
  expect(isOwnSender(from("https://desk/"), isOurs)).toBe(false);
});

test.each([
  "app://desk.evil/",
  "app://desk@evil/",
  "app://user@desk/",
  "app://evil/desk",
  "https://desk/",
  "file:///index.html",
  "data:text/html,x",
  "about:blank",
  "",
])("%j is not our address", (address) => {
  expect(isOwnAddress(address)).toBe(false);
});

test("the command line gives folder, language and files; foreign words are passed over", () => {
  const argv = [
    "--workspace=/a b",
    "--lang",
    "en",
    "--allow-file-access",
    "x.h200order",
    "notes.txt",
  ];
  expect(readArguments(argv)).toEqual({ workspace: "/a b", lang: "en", files: ["x.h200order"] });
  expect(readArguments(["--lang=fr", "--workspace"])).toEqual({ files: [] });
});
