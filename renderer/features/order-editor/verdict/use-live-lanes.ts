import { useEffect, useRef, useState } from "react";
import { type Order, orderSchema } from "#shared/model";
import type { Lane, Track } from "#shared/rules";
import { type Draft, savable, useDesk } from "#ui";

type Lanes = Readonly<Record<Track, Lane>>;

/** Lanes of the draft as it is typed, and what the last edit that moved one moved. */
export type LiveLanes = {
  readonly lanes: Lanes | undefined;
  readonly moved: { readonly from: Lanes; readonly to: Lanes } | undefined;
};

/** Short enough that nobody waits, long enough that a burst of keys is one question. */
const PAUSE_MS = 30;

/** Asks for the lanes of a draft after each change; one question at a time, and always once more for the newest state. */
export function useLiveLanes(order: string, draft: Draft<Order>): LiveLanes {
  const { client } = useDesk();
  const [state, setState] = useState<LiveLanes>({ lanes: undefined, moved: undefined });
  const asking = useRef({ busy: false, again: false });
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (asking.current.busy) {
        asking.current.again = true;
        return;
      }
      asking.current.busy = true;
      const { value } = savable(orderSchema, draft.get());
      const answer = value === undefined ? undefined : await client.check.lanes({ order, value });
      asking.current.busy = false;
      if (gone) return;
      if (answer?.ok) {
        const to = answer.value.lanes;
        setState(({ lanes: from, moved }) => {
          const same =
            from !== undefined &&
            from["cn-import"] === to["cn-import"] &&
            from["us-export"] === to["us-export"];
          if (same) return { lanes: from, moved };
          return { lanes: to, moved: from === undefined ? undefined : { from, to } };
        });
      }
      if (asking.current.again) {
        asking.current.again = false;
        void ask();
      }
    };
    void ask();
    const stop = draft.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [client, draft, order]);
  return state;
}
