import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import { Button, IconButton } from "../layout/button.tsx";

type Toast = {
  readonly id: number;
  readonly text: string;
  readonly bad?: boolean;
  readonly undo?: () => void;
};

type Toaster = {
  readonly say: (text: string, undo?: () => void) => void;
  readonly fail: (error: AppError) => void;
};

const ToastContext = createContext<Toaster | undefined>(undefined);
const SECONDS = 8;

/** How long a message stays: one to be acted on longer than one to be read, a refusal longest. */
function stay({ undo, bad }: Omit<Toast, "id">): number {
  if (bad) return 3 * SECONDS * 1000;
  return (undo === undefined ? 1 : 2) * SECONDS * 1000;
}

/** Shows short messages at the edge of the window. Each ends by itself, but not while it is pointed at or has the focus. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t, te } = useI18n();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const held = useRef(new Set<number>());
  const drop = useCallback((id: number) => {
    held.current.delete(id);
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const dropLater = useCallback(
    (id: number, ms: number) => {
      setTimeout(() => {
        if (held.current.has(id)) dropLater(id, SECONDS * 1000);
        else drop(id);
      }, ms);
    },
    [drop],
  );
  const add = useCallback(
    (toast: Omit<Toast, "id">) => {
      const id = next.current;
      next.current += 1;
      setToasts((shown) => [...shown.slice(-3), { ...toast, id }]);
      dropLater(id, stay(toast));
    },
    [dropLater],
  );
  const toaster = useMemo<Toaster>(
    () => ({
      say: (text, undo) => add(undo === undefined ? { text } : { text, undo }),
      fail: (error) => add({ text: te(error), bad: true }),
    }),
    [add, te],
  );
  return (
    <ToastContext value={toaster}>
      {children}
      <section className="toasts" aria-label={t("screen.messages")} aria-live="polite">
        {toasts.map((toast) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a message only keeps it; its buttons act.
          <div
            key={toast.id}
            className={toast.bad ? "toast toast-bad" : "toast"}
            onPointerEnter={() => held.current.add(toast.id)}
            onPointerLeave={() => held.current.delete(toast.id)}
            onFocus={() => held.current.add(toast.id)}
            onBlur={() => held.current.delete(toast.id)}
          >
            <span>{toast.text}</span>
            <span className="row">
              {toast.undo === undefined ? null : (
                <Button
                  size="small"
                  icon="undo"
                  onClick={() => {
                    drop(toast.id);
                    toast.undo?.();
                  }}
                >
                  {t("screen.undo")}
                </Button>
              )}
              <IconButton
                size="small"
                icon="close"
                label={t("screen.close")}
                onClick={() => drop(toast.id)}
              />
            </span>
          </div>
        ))}
      </section>
    </ToastContext>
  );
}

/** Says short things to the person: done, undone, failed. */
export function useToasts(): Toaster {
  const value = useContext(ToastContext);
  if (value === undefined) throw new Error("no toasts above this component");
  return value;
}
