"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { cellKey } from "@/components/soa/grid-columns";
import { takeBatch } from "@/components/soa/save-batch";
import { askAction, makeRequestId } from "@/components/ui/ask-action";
import { type FormAction, type FormState, idleForm } from "@/lib/form-state";
import { type SoaField, type SoaLine, textOf } from "@/lib/soa/statement";

/** What somebody typed into a cell, until the page's own lines hold it. */
export interface Typed {
  ref: string;
  field: SoaField;
  text: string;
  /** What stood there before. */
  seen: string;
  /** clash: somebody else wrote another value meanwhile, which the line shows; failed: nobody answered. */
  state: "saving" | "saved" | "clash" | "failed";
  problem?: string;
}

const keyOf = ({ ref, field }: Typed) => cellKey(ref, field);

function formOf(hidden: Readonly<Record<string, string>>, cells: readonly Typed[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(hidden)) form.set(name, value);
  form.set("field", cells[0]?.field ?? "");
  form.set("text", cells[0]?.text ?? "");
  for (const [index, { ref, seen }] of cells.entries()) {
    form.set(`lines.${index}.ref`, ref);
    form.set(`lines.${index}.seen`, seen);
  }
  return form;
}

const problemOf = ({ message, errors, refusals }: FormState) =>
  message ?? Object.values(errors)[0] ?? refusals[0]?.sentence ?? "It was not saved.";

/**
 * Saves each cell as it is left. What is typed stays until the server has it: after a lost connection it is sent again under
 * the same request, and where somebody else was faster both texts stand until one of them is chosen.
 */
export function useSoaSaves(
  action: FormAction,
  hidden: Readonly<Record<string, string>>,
  lines: readonly SoaLine[],
) {
  const router = useRouter();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const requests = useRef(new Map<string, string>());
  /** What the server holds as far as its answers say: what the next save of a cell was made on. */
  const held = useRef(new Map<string, string>());
  const waiting = useRef<readonly Typed[]>([]);
  const isSending = useRef(false);

  // A page that was drawn anew holds what was saved.
  const [shown, setShown] = useState(lines);
  if (shown !== lines) {
    setShown(lines);
    setTyped(new Map([...typed].filter(([, { state }]) => state !== "saved")));
  }

  useEffect(() => {
    if (shown === lines) held.current.clear();
  }, [shown, lines]);

  const isUnsaved = [...typed.values()].some(({ state }) => state !== "saved");
  useEffect(() => {
    if (!isUnsaved) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [isUnsaved]);

  function mark(cells: readonly Typed[], part: Partial<Typed>) {
    setTyped((all) => {
      const next = new Map(all);
      for (const cell of cells) {
        const key = keyOf(cell);
        // Typed over while it was on its way: the newer text has a request of its own.
        if (next.get(key)?.text === cell.text) next.set(key, { ...cell, ...part });
      }
      return next;
    });
  }

  /** Sends one value for one field of some lines. Where one was overtaken, the others are sent by themselves. */
  async function sendNow(cells: readonly Typed[]) {
    const asked = cells.map((cell) => ({ ...cell, seen: held.current.get(keyOf(cell)) ?? cell.seen }));
    const form = formOf(hidden, asked);
    const content = JSON.stringify([...form.entries()]);
    const requestId = requests.current.get(content) ?? makeRequestId();
    requests.current.set(content, requestId);
    form.set("requestId", requestId);
    const answer = await askAction(action, idleForm, form);
    if (answer.status !== "failed") requests.current.delete(content);
    if (answer.status === "done") {
      for (const cell of cells) held.current.set(keyOf(cell), cell.text);
      mark(cells, { state: "saved", problem: undefined });
    } else if (answer.status === "changed" && cells.length > 1) {
      for (const cell of cells) await sendNow([cell]);
    } else if (answer.status === "changed") {
      mark(cells, { state: "clash", problem: answer.message });
      router.refresh();
    } else mark(cells, { state: "failed", problem: problemOf(answer) });
  }

  function save(cells: readonly Typed[]) {
    setTyped((all) => {
      const next = new Map(all);
      for (const cell of cells) next.set(keyOf(cell), { ...cell, state: "saving", problem: undefined });
      return next;
    });
    waiting.current = [...waiting.current, ...cells];
    void sendAll();
  }

  /** One request at a time: what somebody types faster than the server answers goes out together. */
  async function sendAll() {
    if (isSending.current) return;
    isSending.current = true;
    try {
      while (waiting.current.length > 0) {
        const [batch, rest] = takeBatch(waiting.current);
        waiting.current = rest;
        await sendNow(batch);
      }
    } finally {
      isSending.current = false;
    }
  }

  return {
    typed,
    /** Writes one value into one cell of each line. */
    write(of: readonly SoaLine[], fieldOf: (line: SoaLine) => SoaField, text: string) {
      const cells = of.flatMap((line): Typed[] => {
        const field = fieldOf(line);
        const seen = textOf(line, field);
        if (text.trim() === (typed.get(cellKey(line.ref, field))?.text ?? seen)) return [];
        return [{ ref: line.ref, field, text: text.trim(), seen, state: "saving" }];
      });
      if (cells.length > 0) save(cells);
    },
    /** Sends again what was not saved, against what the line shows now. */
    keep(cell: Typed, line: SoaLine) {
      save([{ ...cell, seen: textOf(line, cell.field) }]);
    },
    /** Takes what the line shows and forgets what was typed. */
    drop(cell: Typed) {
      setTyped((all) => {
        const next = new Map(all);
        next.delete(keyOf(cell));
        return next;
      });
    },
  };
}

export type SoaSaves = ReturnType<typeof useSoaSaves>;
