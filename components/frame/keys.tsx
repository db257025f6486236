"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import {
  findWayBack,
  focusFilter,
  followKeys,
  isTyping,
  listPageKeys,
  moveRow,
  openRow,
  SEQUENCE_MS,
  toggleRow,
} from "@/components/frame/key-commands";
import type { NavItem } from "@/components/frame/nav-item";
import { Button } from "@/components/ui/button";

type KeyedItem = Pick<NavItem, "href" | "label" | "key">;

/** Keeps the choice in the cookie `keys`: the form's `keys` is "on" or "off". */
export type SaveKeys = (form: FormData) => Promise<void>;

/**
 * Keys of the frame and of lists. Every key has a visible link or button that does the same; letters are
 * ignored while typing and can be switched off (WCAG 2.1.4).
 */
export function Keys({ nav, initiallyOn, save }: { nav: KeyedItem[]; initiallyOn: boolean; save: SaveKeys }) {
  const path = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<[string, string][]>([]);
  const [isOn, setOn] = useState(initiallyOn);
  const sequenceStart = useRef(Number.NEGATIVE_INFINITY);
  // Address of the record that Esc left: its row gets the focus back in the list.
  const leftRecord = useRef<string | null>(null);

  function open() {
    setKeys(listPageKeys());
    dialog.current?.showModal();
  }

  function choose(next: boolean) {
    setOn(next);
    const form = new FormData();
    form.set("keys", next ? "on" : "off");
    // Not saved is not chosen: the switch goes back to what the next page will do.
    save(form).catch(() => setOn(!next));
  }

  useEffect(() => {
    if (!leftRecord.current || leftRecord.current === path) return;
    document.querySelector<HTMLElement>(`[data-row] a[href="${CSS.escape(leftRecord.current)}"]`)?.focus();
    leftRecord.current = null;
  }, [path]);

  useEffect(() => {
    function goTo(href: string) {
      // The navigation's own link knows how to move without loading the page anew.
      document.querySelector<HTMLElement>(`#side-nav a[href="${CSS.escape(href)}"]`)?.click();
    }
    function act(event: KeyboardEvent): boolean {
      const { key } = event;
      if (event.timeStamp - sequenceStart.current < SEQUENCE_MS) {
        sequenceStart.current = Number.NEGATIVE_INFINITY;
        const item = nav.find((one) => one.key === key);
        if (item) goTo(item.href);
        return item !== undefined;
      }
      if (key === "g") sequenceStart.current = event.timeStamp;
      else if (key === "j") moveRow(1);
      else if (key === "k") moveRow(-1);
      else if (key === "x") toggleRow();
      else if (key === "/") return focusFilter();
      else if (key === "?") open();
      else if (Object.hasOwn(followKeys, key)) {
        document.querySelector<HTMLElement>(followKeys[key as keyof typeof followKeys].selector)?.click();
      } else return false;
      return true;
    }
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open], :popover-open")) return;
      if (event.key === "Enter") {
        if (openRow()) event.preventDefault();
      } else if (event.key === "Escape") {
        const back = findWayBack();
        if (!back) return;
        leftRecord.current = window.location.pathname;
        back.click();
      } else if (isOn && act(event)) event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const target = event.target instanceof Element ? event.target : null;
      // A menu stays open over the next page unless it is closed by the link in it.
      if (target?.closest("a")) target.closest<HTMLElement>("[popover]:popover-open")?.hidePopover();
      if (target?.closest("[data-keys]")) open();
    }
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  });

  const go = nav.filter((item) => item.key);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="w-[min(30rem,calc(100vw-2rem))] rounded-card border border-control bg-surface p-5 backdrop:bg-[rgb(0_0_0/30%)]"
    >
      <h2 id="keys-title" className="mb-3 text-h3">
        Keys on this page
      </h2>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
        {[...keys, ...go.map((item): [string, string] => [`g ${item.key}`, `Go to ${item.label}`])].map(
          ([key, words]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-control border border-control bg-sunken px-1.5 py-0.5 text-meta">
                  {key}
                </kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
      <label className="mt-4 flex min-h-6 items-center gap-2.5 border-border border-t pt-4">
        <input type="checkbox" checked={isOn} onChange={(event) => choose(event.currentTarget.checked)} />
        Use single-letter keys
      </label>
      <form method="dialog" className="mt-4">
        <Button type="submit">Close</Button>
      </form>
    </dialog>
  );
}
