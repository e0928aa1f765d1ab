import { Component, type ReactNode } from "react";
import { useI18n } from "#i18n";
import { Button, Notice } from "#ui";

type State = { readonly problem: string | undefined };

/** Keeps a fault of one page from taking the whole window; what was saved is saved. */
export class FaultBarrier extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { problem: undefined };

  static getDerivedStateFromError(fault: unknown): State {
    return { problem: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    return <Fault problem={problem} onAgain={() => this.setState({ problem: undefined })} />;
  }
}

type FaultProps = { readonly problem: string; readonly onAgain: () => void };

function Fault({ problem, onAgain }: FaultProps) {
  const { t } = useI18n();
  return (
    <div className="page">
      <Notice
        tone="bad"
        role="alert"
        action={
          <Button size="small" onClick={onAgain}>
            {t("screen.retry")}
          </Button>
        }
      >
        <span>{t("screen.fault")}</span>
        <code>{problem}</code>
      </Notice>
    </div>
  );
}
