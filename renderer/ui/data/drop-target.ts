import { type DragEvent, useState } from "react";

/** What an element needs so that files can be dropped on it. */
export type DropTarget = {
  /** Something is being dragged over the element. */
  readonly over: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

/** Makes an element take what is dropped on it; the browser does not open the file instead. */
export function useDropTarget(onDrop: (data: DataTransfer) => void): DropTarget {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      },
    },
  };
}
