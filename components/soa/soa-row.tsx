"use client";

import { memo } from "react";
import { EvidenceCell } from "@/components/soa/evidence-cell";
import { cellKey, fieldOf, type GridColumn, gridColumns, shownText } from "@/components/soa/grid-columns";
import { CellEditor, CellText, type Leave } from "@/components/soa/soa-cell";
import type { Typed } from "@/components/soa/use-soa-saves";
import { Button } from "@/components/ui/button";
import { gapsOf, type SoaLine, textOf } from "@/lib/soa/statement";

/** What is being written: the column of the row, and the letter it began with. */
export interface Opened {
  column: number;
  begun: string | null;
}

export interface RowActs {
  onOpen: (row: number, column: number) => void;
  onFocus: (row: number, column: number) => void;
  onCommit: (row: number, column: number, text: string, leave: Leave) => void;
  onCancel: (row: number, column: number) => void;
  onChoose: (ref: string) => void;
  onKeep: (cell: Typed, line: SoaLine) => void;
  onDrop: (cell: Typed) => void;
}

interface Props {
  row: number;
  /** As the page holds it. */
  kept: SoaLine;
  /** With what was typed. */
  line: SoaLine;
  typed: readonly Typed[];
  /** The column that has the place of the keyboard; null in every row but one. */
  at: number | null;
  opened: Opened | null;
  isChosen: boolean;
  canEdit: boolean;
  /** Where what shows the control is added and removed. */
  evidenceBase: string;
  acts: RowActs;
}

/** One control of the statement. */
export const SoaRow = memo(function SoaRow(props: Props) {
  const { row, kept, line, typed, at, opened, isChosen, canEdit, evidenceBase, acts } = props;
  const gaps = gapsOf(line);
  const isEmptyForNow = (column: GridColumn) => column.key === "implementation" && line.applicable === false;
  return (
    <tr id={`control-${line.ref}`} data-ref={line.ref} aria-selected={canEdit ? isChosen : undefined}>
      {canEdit && (
        <td data-cell={`${row} 0`} className="is-bare">
          <input
            type="checkbox"
            aria-label={`Choose ${line.ref}`}
            checked={isChosen}
            tabIndex={at === 0 ? 0 : -1}
            onChange={() => acts.onChoose(line.ref)}
            onFocus={() => acts.onFocus(row, 0)}
            className="size-4"
          />
        </td>
      )}
      <th scope="row" className="soa-control">
        <span className="is-line">{line.ref}</span> {line.title}
      </th>
      {gridColumns.map((column, index) => {
        const cell = index + 1;
        const field = fieldOf(column, line);
        const own = typed.find((one) => cellKey(one.ref, one.field) === cellKey(line.ref, field));
        const look = `soa-cell is-${column.key} ${own ? `is-${own.state}` : ""}`;
        if (!canEdit || isEmptyForNow(column)) {
          return (
            <td
              key={column.key}
              data-label={column.label}
              data-cell={`${row} ${cell}`}
              tabIndex={canEdit ? (at === cell ? 0 : -1) : undefined}
              onFocus={() => acts.onFocus(row, cell)}
              className={look}
            >
              {isEmptyForNow(column) ? (
                <span className="soa-empty">Left out</span>
              ) : (
                <CellText column={column} value={shownText(line, column)} isMissing={false} />
              )}
            </td>
          );
        }
        const isOpen = opened?.column === cell;
        const value = shownText(line, column);
        return (
          <td
            key={column.key}
            data-label={column.label}
            data-cell={`${row} ${cell}`}
            tabIndex={isOpen ? undefined : at === cell ? 0 : -1}
            onFocus={() => acts.onFocus(row, cell)}
            onClick={() => acts.onOpen(row, cell)}
            onKeyDown={undefined}
            className={look}
          >
            {isOpen ? (
              <CellEditor
                column={column}
                label={`${column.label} of ${line.ref}`}
                value={value}
                begun={opened.begun}
                onCommit={(text, leave) => acts.onCommit(row, cell, text, leave)}
                onCancel={() => acts.onCancel(row, cell)}
              />
            ) : (
              <CellText column={column} value={value} isMissing={gaps.some((gap) => gap === field)} />
            )}
            {own && <CellNotice cell={own} kept={kept} column={column} acts={acts} />}
          </td>
        );
      })}
      <EvidenceCell
        line={kept}
        cell={`${row} ${gridColumns.length + 1}`}
        base={evidenceBase}
        isAt={at === gridColumns.length + 1}
        canEdit={canEdit}
        onFocus={() => acts.onFocus(row, gridColumns.length + 1)}
      />
    </tr>
  );
});

interface NoticeProps {
  cell: Typed;
  kept: SoaLine;
  column: GridColumn;
  acts: RowActs;
}

/** What stands against a cell that is not saved, with both texts where somebody else was faster. */
function CellNotice({ cell, kept, column, acts }: NoticeProps) {
  if (cell.state !== "clash" && cell.state !== "failed") return null;
  const theirs =
    column.options?.find(({ value }) => value === textOf(kept, cell.field))?.label ??
    textOf(kept, cell.field);
  return (
    // A press on a button of the notice does not open the cell.
    <div
      role="alert"
      className="soa-notice"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <p>
        {cell.state === "clash"
          ? "Somebody else changed this meanwhile. Above is yours, this is theirs:"
          : cell.problem}
      </p>
      {cell.state === "clash" && <p className="soa-theirs">{theirs || "Empty"}</p>}
      <p className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => acts.onKeep(cell, kept)}>
          {cell.state === "clash" ? "Keep mine" : "Try again"}
        </Button>
        <Button size="small" variant="quiet" onClick={() => acts.onDrop(cell)}>
          {cell.state === "clash" ? "Take theirs" : "Discard"}
        </Button>
      </p>
    </div>
  );
}
