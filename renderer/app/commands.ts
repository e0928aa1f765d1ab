import { useEffect } from "react";
import { useI18n } from "#i18n";
import { goTo, handFile, useDesk, useToasts } from "#ui";

type Command = Parameters<Parameters<ReturnType<typeof useDesk>["onCommand"]>[0]>[0];

/** Files that the system handed over while no workspace was open; they are looked at as soon as one is. */
const kept: Command[] = [];

/** What the menu or the system asks of the page while a workspace is open. */
export function useOpenCommands(): void {
  const { onCommand } = useDesk();
  const { setLang } = useI18n();
  useEffect(() => {
    const act = (command: Command) => {
      if (command.kind === "go") goTo(command.to.split("/"));
      if (command.kind === "language") setLang(command.language);
      if (command.kind === "new-order") goTo(["orders"], { start: "new" });
      if (command.kind === "open-text") {
        handFile(command.as, new File([command.text], command.fileName));
        goTo(command.as === "order" ? ["orders"] : ["rules", "packs"]);
      }
      if (command.kind === "open-bundle") goTo(["orders"], { bundle: command.grant });
      if (command.kind === "open-file")
        goTo(["verify"], { grant: command.grant, name: command.fileName });
    };
    for (const command of kept.splice(0)) act(command);
    return onCommand(act);
  }, [onCommand, setLang]);
}

/** The same while none is open: what needs no workspace is shown, files wait, everything else is answered in words. */
export function useClosedCommands(): void {
  const { onCommand } = useDesk();
  const { t, setLang } = useI18n();
  const { say } = useToasts();
  useEffect(
    () =>
      onCommand((command) => {
        if (command.kind === "language") setLang(command.language);
        else if (command.kind === "go" && command.to.startsWith("about"))
          goTo(command.to.split("/"));
        else if (command.kind === "go" || command.kind === "new-order") say(t("start.first"));
        else {
          kept.push(command);
          say(t("start.kept", { file: command.fileName }));
        }
      }),
    [onCommand, setLang, say, t],
  );
}
