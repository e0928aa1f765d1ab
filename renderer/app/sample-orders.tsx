import { useEffect, useRef } from "react";
import { useAnswer, useDesk, useInvalidate } from "#ui";

/** Fills the workspace to play in with every example as soon as it is seen empty. Drawn in no other workspace. */
export function SampleOrders() {
  const { client } = useDesk();
  const invalidate = useInvalidate();
  const orders = useAnswer(["orders"], async () => await client.orders.list({}));
  const begun = useRef(false);
  const isEmpty = orders.data?.length === 0;
  useEffect(() => {
    if (!isEmpty || begun.current) return;
    begun.current = true;
    const fill = async () => {
      const { sampleFiles } = await import("./sample-files.ts");
      // An example that stands there already, or was thrown away on purpose, is no reason to stop.
      for (const file of sampleFiles) {
        await client.orders.import({ ...file, onConflict: "keep-mine", persons: true });
        invalidate(["orders"]);
      }
      invalidate(["parties"], ["sites"], ["products"], ["evidence"], ["persons"]);
    };
    void fill();
  }, [isEmpty, client, invalidate]);
  return null;
}
