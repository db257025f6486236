"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type GridColumn, labelOf } from "@/components/soa/grid-columns";

/** Where the grid goes on after a cell was left. */
export type Leave = "stay" | "down" | "up" | "right" | "left";

interface Editing {
  column: GridColumn;
  /** Names the cell: "Justification of A.5.1". */
  label: string;
  value: string;
  /** A letter that began the writing and takes the place of what stood there. */
  begun: string | null;
  onCommit: (text: string, leave: Leave) => void;
  onCancel: () => void;
}

/** Enter goes down, Tab to the side, both with Shift the other way; Alt and Enter is a new line in a text. */
function leaveBy({ key, shiftKey }: KeyboardEvent): Leave | null {
  if (key === "Enter") return shiftKey ? "up" : "down";
  if (key === "Tab") return shiftKey ? "left" : "right";
  return null;
}

/** The cell that is written into. Leaving it in any way but Escape keeps what was typed. */
export function CellEditor({ column, label, value, begun, onCommit, onCancel }: Editing) {
  const isLeft = useRef(false);
  const isByKey = useRef(true);
  const [text, setText] = useState(begun ?? value);
  const list = useRef<HTMLSelectElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // The cell was opened by a key or a click on it: nothing else may take the next letter.
  useEffect(() => (list.current ?? box.current)?.focus(), []);
  const leave = (how: Leave, final = text) => {
    if (isLeft.current) return;
    isLeft.current = true;
    onCommit(final, how);
  };
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    event.stopPropagation();
    isByKey.current = true;
    if (event.key === "Escape") {
      event.preventDefault();
      isLeft.current = true;
      return onCancel();
    }
    const how = leaveBy(event);
    if (!how || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    leave(how);
  }
  const shared = {
    "aria-label": label,
    value: text,
    onKeyDown,
    onBlur: () => leave("stay"),
    className: "control",
  };
  if (column.options) {
    return (
      <select
        ref={list}
        {...shared}
        onPointerDown={() => {
          isByKey.current = false;
        }}
        onChange={({ currentTarget: { value: chosen } }) => {
          setText(chosen);
          // With the arrow keys somebody is still looking through the choices.
          if (!isByKey.current) leave("stay", chosen);
        }}
      >
        {column.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <textarea
      ref={box}
      {...shared}
      rows={2}
      onFocus={({ currentTarget }) => {
        const end = currentTarget.value.length;
        currentTarget.setSelectionRange(end, end);
      }}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
}

/** What a cell says while it is read. */
export function CellText({
  column,
  value,
  isMissing,
}: {
  column: GridColumn;
  value: string;
  isMissing: boolean;
}) {
  const label = labelOf(column, value);
  if (value === "") return <span className={isMissing ? "soa-missing" : "soa-empty"}>{label || "–"}</span>;
  return <span className="soa-text">{label}</span>;
}
