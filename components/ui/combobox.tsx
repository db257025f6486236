"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import { type FieldProps, FieldShell } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";
import { type ComboOption, findExactOption, groupOptions, matchOptions } from "@/components/ui/match-options";

/**
 * Picks one of many by number or by words, and sends the option's id as `name`. Text that names no option
 * stays in the box and sends nothing, so the server's error finds it still there.
 * Follows the ARIA pattern "editable combobox with list autocomplete": the focus stays in the text box.
 */
export function ComboField({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
}: FieldProps & { options: ComboOption[]; defaultValue?: string }) {
  const { id, describedBy, ...field } = useField(name, Boolean(hint));
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const initial = options.find((option) => option.id === defaultValue);
  const [picked, setPicked] = useState(initial);
  const [text, setText] = useState(initial?.label ?? "");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  // The picked option's own text is no search: opening the list then shows all options.
  const groups = groupOptions(matchOptions(options, text === picked?.label ? "" : text));
  const shown = groups.flatMap((group) => group.members);
  const activeId = isOpen && shown[active] ? `${listId}-${active}` : undefined;

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function pick(option: ComboOption | undefined) {
    setPicked(option);
    setText(option?.label ?? "");
    setOpen(false);
    setActive(-1);
    // Bubbles like typing, so that the form knows it holds something new.
    box.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function move(step: 1 | -1) {
    if (!isOpen) setOpen(true);
    if (shown.length === 0) return;
    setActive(
      active === -1 && step === -1 ? shown.length - 1 : (active + step + shown.length) % shown.length,
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    const chosen = shown[active];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && isOpen && chosen && !event.ctrlKey && !event.metaKey) pick(chosen);
    else if (event.key === "Escape" && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function leave() {
    setOpen(false);
    setActive(-1);
    if (text !== picked?.label) setPicked(findExactOption(options, text));
  }

  return (
    <FieldShell {...{ id, label, hint, optional }} {...field}>
      <div className="relative max-w-xl">
        <input
          ref={box}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          className="control pe-9"
          value={text}
          aria-expanded={isOpen}
          aria-controls={`${listId}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          aria-required={!optional}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPicked(undefined);
            setActive(-1);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-muted"
        >
          ▾
        </span>
        <div
          id={`${listId}-list`}
          role="listbox"
          aria-label={typeof label === "string" ? label : "Options"}
          hidden={!isOpen || shown.length === 0}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-control border border-control bg-surface p-1"
        >
          {isOpen &&
            groups.map((group) => (
              <OptionGroup
                key={group.name}
                {...group}
                first={shown.indexOf(group.members[0] as ComboOption)}
                {...{ listId, active, picked, pick }}
              />
            ))}
        </div>
        <p role="status" className={isOpen && text && shown.length === 0 ? "pt-1.5 text-muted" : "sr-only"}>
          {isOpen && text && text !== picked?.label && countInWords(shown.length)}
        </p>
      </div>
      <input type="hidden" name={name} value={picked?.id ?? ""} />
    </FieldShell>
  );
}

function countInWords(count: number): string {
  if (count === 0) return "Nothing matches. Type a number or another word.";
  return count === 1 ? "1 option" : `${count} options`;
}

function OptionGroup({
  name,
  members,
  first,
  listId,
  active,
  picked,
  pick,
}: {
  name: string;
  members: ComboOption[];
  /** Place of the first member among all options shown. */
  first: number;
  listId: string;
  active: number;
  picked: ComboOption | undefined;
  pick: (option: ComboOption) => void;
}) {
  const items = members.map((option, index) => (
    <OptionItem
      key={option.id}
      id={`${listId}-${first + index}`}
      option={option}
      isActive={active === first + index}
      isPicked={picked?.id === option.id}
      pick={pick}
    />
  ));
  if (!name) return items;
  // A fieldset, the element of this role, may not stand in a listbox.
  return (
    <div {...{ role: "group", "aria-labelledby": `${listId}-group-${first}` }}>
      <div
        id={`${listId}-group-${first}`}
        role="presentation"
        className="px-2.5 pt-2 pb-1 text-meta text-subtle"
      >
        {name}
      </div>
      {items}
    </div>
  );
}

function OptionItem({
  id,
  option,
  isActive,
  isPicked,
  pick,
}: {
  id: string;
  option: ComboOption;
  isActive: boolean;
  isPicked: boolean;
  pick: (option: ComboOption) => void;
}) {
  // The keyboard picks from the text box; a pointer must not take the focus away from it.
  const pointer = {
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: () => pick(option),
  };
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      data-active={isActive || undefined}
      {...pointer}
      className="cursor-pointer rounded-control px-2.5 py-1.5 hover:bg-sunken aria-selected:font-medium data-active:bg-selected data-active:outline data-active:outline-primary pointer-coarse:py-3"
    >
      {option.label}
    </div>
  );
}
