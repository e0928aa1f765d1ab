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

/** Shows short messages at the edge of the window; a message with an undo stays longer, and while it is pointed at. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t, te } = useI18n();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const drop = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const add = useCallback(
    (toast: Omit<Toast, "id">) => {
      const id = next.current;
      next.current += 1;
      setToasts((shown) => [...shown.slice(-3), { ...toast, id }]);
      if (!toast.bad) setTimeout(() => drop(id), (toast.undo ? 2 : 1) * SECONDS * 1000);
    },
    [drop],
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
          <div key={toast.id} className={toast.bad ? "toast toast-bad" : "toast"}>
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
