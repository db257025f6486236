"use client";

import { useState } from "react";
import {
  Button,
  ComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from "react-aria-components";
import { type FieldProps, FieldShell } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";

export interface ComboOption {
  id: string;
  label: string;
  group?: string;
}

/** How many matches are shown; more words narrow them. */
const MAX_SHOWN = 60;

/** Options whose id or label holds every word typed, those whose id starts with the text first. Pure. */
export function matchOptions(options: ComboOption[], text: string): ComboOption[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = options.filter((option) => {
    const searched = `${option.id} ${option.label}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
  const starts = (option: ComboOption) =>
    words.length > 0 && `${option.label}`.toLowerCase().startsWith(words[0] ?? "");
  return [...found.filter(starts), ...found.filter((option) => !starts(option))].slice(0, MAX_SHOWN);
}

function groupOptions(options: ComboOption[]): [string, ComboOption[]][] {
  const groups = new Map<string, ComboOption[]>();
  for (const option of options)
    groups.set(option.group ?? "", [...(groups.get(option.group ?? "") ?? []), option]);
  return [...groups];
}

/**
 * Picks one of many by number or words. Heavy (React Aria): only on pages that edit. Sends the option's id.
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
  const initial = options.find((option) => option.id === defaultValue);
  const [picked, setPicked] = useState(initial);
  const [text, setText] = useState(initial?.label ?? "");
  // The picked option's own text is no search: opening the list then shows all of them.
  const shown = groupOptions(matchOptions(options, text === picked?.label ? "" : text));
  return (
    <FieldShell {...{ id, label, hint, optional }} {...field}>
      <ComboBox
        aria-labelledby={`${id}-label`}
        aria-label={typeof label === "string" ? label : name}
        inputValue={text}
        onInputChange={setText}
        selectedKey={picked?.id ?? null}
        onSelectionChange={(key) => {
          const option = options.find((one) => one.id === key);
          setPicked(option);
          setText(option?.label ?? "");
        }}
        defaultFilter={() => true}
        isInvalid={Boolean(field.error)}
        validationBehavior="aria"
        menuTrigger="focus"
        allowsEmptyCollection
        className="flex max-w-xl"
      >
        <Input id={id} aria-describedby={describedBy} className="control rounded-e-none" />
        <Button className="min-w-9 rounded-e-control border border-control border-s-0 bg-surface text-muted">
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="max-h-80 w-(--trigger-width) overflow-auto rounded-control border border-control bg-surface">
          <ListBox
            className="p-1 outline-none"
            renderEmptyState={() => (
              <p className="px-2.5 py-2 text-muted">Nothing matches. Type a number or another word.</p>
            )}
          >
            {shown.map(([group, members]) => (
              <ListBoxSection key={group} aria-label={group || "Options"}>
                {group && <Header className="px-2.5 pt-2 pb-1 text-meta text-subtle">{group}</Header>}
                {members.map((option) => (
                  <ListBoxItem
                    key={option.id}
                    id={option.id}
                    textValue={option.label}
                    className="cursor-pointer rounded-control px-2.5 py-1.5 data-focused:bg-selected data-selected:font-medium pointer-coarse:py-3"
                  >
                    {option.label}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      <input type="hidden" name={name} value={picked?.id ?? ""} />
    </FieldShell>
  );
}
