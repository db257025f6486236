"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { BulkBar } from "@/components/soa/bulk-bar";
import { choiceByLetter, fieldOf, gridColumns, shownText, withTyped } from "@/components/soa/grid-columns";
import type { Leave } from "@/components/soa/soa-cell";
import { type Opened, type RowActs, SoaRow } from "@/components/soa/soa-row";
import { type SoaSaves, useSoaSaves } from "@/components/soa/use-soa-saves";
import type { FormAction } from "@/lib/form-state";
import { countLines, type SoaLine } from "@/lib/soa/statement";

interface Props {
  /** The lines that the filters let through. */
  lines: readonly SoaLine[];
  /** Of the whole statement, with these lines. */
  others: readonly SoaLine[];
  hidden: Readonly<Record<string, string>>;
  /** Null for who only reads. */
  save: FormAction | null;
  /** Address of the page with its filters; the evidence of one control opens there. */
  evidenceBase: string;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
const LEAVES: Record<Leave, readonly [number, number]> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};
/** The choice before them and the evidence behind them. */
const COLUMNS = gridColumns.length + 2;
const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
const noSave: FormAction = async (previous) => previous;

/**
 * The statement as a grid: arrows move, Enter or a letter writes, Enter, Tab or a click elsewhere saves, Escape takes back.
 * In a cell of choices a letter chooses. Each cell is saved by itself.
 */
export function SoaGrid({ lines, others, hidden, save, evidenceBase }: Props) {
  const saves = useSoaSaves(save ?? noSave, hidden, lines);
  const [at, setAt] = useState<readonly [number, number]>([0, 1]);
  const [opened, setOpened] = useState<(Opened & { row: number }) | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const table = useRef<HTMLTableElement>(null);
  const isMoving = useRef(false);

  const shown = useMemo(() => lines.map((line) => withTyped(line, saves.typed)), [lines, saves.typed]);
  const counts = countLines([...others, ...shown]);
  const picked = shown.filter(({ ref }) => chosen.has(ref));

  useEffect(() => {
    if (!isMoving.current || opened) return;
    isMoving.current = false;
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${at[0]} ${at[1]}"]`);
    (cell?.querySelector<HTMLElement>("input, a") ?? cell)?.focus();
  }, [at, opened]);

  function moveTo(row: number, column: number) {
    isMoving.current = true;
    setOpened(null);
    setAt([clamp(row, lines.length - 1), clamp(column, COLUMNS - 1)]);
  }

  function write(row: number, column: number, text: string) {
    const line = shown[row];
    const kept = lines[row];
    const of = gridColumns[column - 1];
    if (!line || !kept || !of) return;
    const field = fieldOf(of, line);
    saves.write([kept], () => field, text);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (opened || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = at;
    const step = STEPS[event.key];
    const line = shown[row];
    const of = gridColumns[column - 1];
    if (step) moveTo(row + step[0], column + step[1]);
    else if (event.key === "Home") moveTo(row, 0);
    else if (event.key === "End") moveTo(row, COLUMNS - 1);
    else if (event.key === "PageDown") moveTo(row + 10, column);
    else if (event.key === "PageUp") moveTo(row - 10, column);
    else if (!line || !of) return;
    else if (event.key === "Enter" || event.key === "F2") acts.current.onOpen(row, column);
    else if (event.key === "Delete" || event.key === "Backspace") write(row, column, "");
    else if (event.key.length === 1 && event.key !== " ") typeLetter(row, column, event.key);
    else return;
    event.preventDefault();
  }

  function typeLetter(row: number, column: number, letter: string) {
    const line = shown[row];
    const of = gridColumns[column - 1];
    if (!line || !of) return;
    if (!of.options) return setOpened({ row, column, begun: letter });
    const next = choiceByLetter(of, shownText(line, of), letter);
    if (next !== null) write(row, column, next);
  }

  // The rows are drawn again only where their own line changes, so their acts must stay the same ones.
  const acts = useRef<RowActs>(null as unknown as RowActs);
  acts.current = {
    onOpen: (row, column) => {
      if (!save || (shown[row]?.applicable === false && gridColumns[column - 1]?.key === "implementation"))
        return;
      setAt([row, column]);
      setOpened({ row, column, begun: null });
    },
    onFocus: (row, column) => {
      if (at[0] !== row || at[1] !== column) setAt([row, column]);
    },
    onCommit: (row, column, text, leave) => {
      write(row, column, text);
      const [down, right] = LEAVES[leave];
      if (leave === "stay") setOpened(null);
      else moveTo(row + down, column + right);
    },
    onCancel: (row, column) => moveTo(row, column),
    onChoose: (ref) =>
      setChosen((all) => new Set(all.has(ref) ? [...all].filter((one) => one !== ref) : [...all, ref])),
    onKeep: saves.keep,
    onDrop: saves.drop,
  };
  const stable = useMemo((): RowActs => {
    const of = acts;
    return {
      onOpen: (...args) => of.current.onOpen(...args),
      onFocus: (...args) => of.current.onFocus(...args),
      onCommit: (...args) => of.current.onCommit(...args),
      onCancel: (...args) => of.current.onCancel(...args),
      onChoose: (...args) => of.current.onChoose(...args),
      onKeep: (...args) => of.current.onKeep(...args),
      onDrop: (...args) => of.current.onDrop(...args),
    };
  }, []);

  const groups = [...new Set(lines.map(({ group }) => group))];
  return (
    <div className="space-y-3">
      <p role="status" className="px-4 text-muted sm:px-5">
        {counts.decided} of {counts.all} decided: {counts.applicable} applicable, {counts.excluded} left out.{" "}
        {counts.complete} complete. {savesInWords(saves.typed)}
      </p>
      {save && picked.length > 0 && (
        <BulkBar
          count={picked.length}
          onWrite={(column, text) => {
            const field = new Map(picked.map((line) => [line.ref, fieldOf(column, line)]));
            saves.write(
              lines.filter(({ ref }) => chosen.has(ref)),
              (line) => field.get(line.ref) ?? column.key,
              text,
            );
          }}
          onClear={() => setChosen(new Set())}
        />
      )}
      <section className="scroll-region" aria-label="Statement of Applicability, table">
        <table
          ref={table}
          role={save ? "grid" : undefined}
          onKeyDown={save ? onKeyDown : undefined}
          className="data-table soa-grid"
        >
          <caption className="sr-only">Statement of Applicability</caption>
          <thead>
            <tr>
              {save && (
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label="Choose all controls shown"
                    checked={picked.length === lines.length}
                    onChange={() =>
                      setChosen(new Set(picked.length === lines.length ? [] : lines.map(({ ref }) => ref)))
                    }
                    className="size-4"
                  />
                </th>
              )}
              <th scope="col" className="soa-control">
                Control
              </th>
              {gridColumns.map(({ key, label }) => (
                <th key={key} scope="col" className={`is-${key}`}>
                  {label}
                </th>
              ))}
              <th scope="col" className="is-evidence">
                Evidence
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr className="is-group">
                <th scope="rowgroup" colSpan={gridColumns.length + (save ? 3 : 2)}>
                  {group}
                </th>
              </tr>
              {shown.map((line, row) =>
                line.group !== group ? null : (
                  <SoaRow
                    key={line.ref}
                    row={row}
                    kept={lines[row] ?? line}
                    line={line}
                    typed={typedOf(saves.typed, line.ref)}
                    at={at[0] === row ? at[1] : null}
                    opened={opened?.row === row ? opened : null}
                    isChosen={chosen.has(line.ref)}
                    canEdit={save !== null}
                    evidenceBase={evidenceBase}
                    acts={stable}
                  />
                ),
              )}
            </tbody>
          ))}
        </table>
      </section>
    </div>
  );
}

/** How far what was typed is on its way; "" before anything was. */
function savesInWords(typed: SoaSaves["typed"]): string {
  const states = [...typed.values()].map(({ state }) => state);
  if (states.length === 0) return "";
  if (states.includes("saving")) return "Saving…";
  const open = states.filter((state) => state !== "saved").length;
  return open === 0 ? "All changes saved." : `${open} not saved.`;
}

const NONE: never[] = [];

/** What is typed of a line; the same empty list for a line of which nothing is. */
function typedOf<T>(typed: ReadonlyMap<string, T & { ref: string }>, ref: string): readonly T[] {
  const own = [...typed.values()].filter((cell) => cell.ref === ref);
  return own.length === 0 ? NONE : own;
}
