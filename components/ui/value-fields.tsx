"use client";

import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { type FieldProps, FieldShell } from "@/components/ui/field-shell";
import { useField } from "@/components/ui/form-context";
import { type Day, formatDayLong, parseDay } from "@/lib/day";
import { formatMoney, parseMoney } from "@/lib/money";

/**
 * A calendar day. The native control follows the browser's own format, so the line below says the day
 * in words. `chips` are days worth one press, such as a limit; `min` and `max` only guide the picker.
 */
export function DateField({
  name,
  label,
  hint,
  optional,
  defaultValue = "",
  chips = [],
  min,
  max,
}: FieldProps & { defaultValue?: string; chips?: { label: string; value: Day }[]; min?: Day; max?: Day }) {
  const { id, describedBy, ...field } = useField(name, Boolean(hint));
  const box = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(defaultValue);
  const picked = parseDay(value);

  useEffect(() => setValue(box.current?.value ?? ""), []);

  function pick(chosen: Day) {
    if (!box.current) return;
    box.current.value = chosen;
    // Bubbles like typing, so that the form knows it holds something new.
    box.current.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <FieldShell {...{ id, label, hint, optional }} {...field}>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={box}
          id={id}
          name={name}
          type="date"
          defaultValue={defaultValue}
          min={min}
          max={max}
          onInput={(event) => setValue(event.currentTarget.value)}
          className="control max-w-44"
          aria-invalid={field.error ? true : undefined}
          aria-describedby={[describedBy, `${id}-words`].filter(Boolean).join(" ")}
        />
        {chips.map((chip) => (
          <Button key={chip.label} size="small" onClick={() => pick(chip.value)}>
            {chip.label}
          </Button>
        ))}
      </div>
      <p id={`${id}-words`} className="min-h-4 text-meta text-subtle">
        {picked && formatDayLong(picked)}
      </p>
    </FieldShell>
  );
}

/** A number typed as text, because number boxes change under a mouse wheel. `unit` stands behind it. */
export function NumberField({
  unit,
  ...props
}: FieldProps & { unit?: string } & Omit<ComponentPropsWithoutRef<"input">, "name" | "width">) {
  const { label, ...rest } = props;
  return (
    <TextField
      {...rest}
      label={
        <>
          {label}
          {unit && <span className="font-normal text-subtle"> in {unit}</span>}
        </>
      }
      width="short"
      inputMode="decimal"
    />
  );
}

/**
 * An amount and its currency, sent as `name.amount` (text as typed) and `name.currency`. With one
 * currency it stands as text. An error may carry `name`, `name.amount` or `name.currency`.
 */
export function MoneyField({
  name,
  label,
  hint,
  optional,
  currencies,
  defaultAmount,
  defaultCurrency = currencies[0],
}: FieldProps & { currencies: string[]; defaultAmount?: string; defaultCurrency?: string }) {
  const [typed, setTyped] = useState(defaultAmount ?? "");
  const [code, setCode] = useState(defaultCurrency ?? "");
  const whole = useField(name, Boolean(hint));
  const amount = useField(`${name}.amount`, Boolean(hint));
  const currency = useField(`${name}.currency`, false);
  const minor = parseMoney(typed, code);
  const error = amount.error ?? currency.error ?? whole.error;
  const errorId = error ? `${amount.id}-error` : undefined;
  const describedBy = [amount.hintId, errorId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldShell id={amount.id} hintId={amount.hintId} errorId={errorId} {...{ label, hint, optional, error }}>
      <div className="flex items-center gap-2">
        <input
          id={amount.id}
          name={`${name}.amount`}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={defaultAmount}
          onInput={(event) => setTyped(event.currentTarget.value)}
          className="control max-w-40 text-end"
          aria-required={!optional}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        {currencies.length === 1 ? (
          <>
            <input type="hidden" name={`${name}.currency`} value={currencies[0]} />
            <span className="text-muted">{currencies[0]}</span>
          </>
        ) : (
          <select
            id={currency.id}
            name={`${name}.currency`}
            aria-label="Currency"
            defaultValue={defaultCurrency}
            onChange={(event) => setCode(event.currentTarget.value)}
            className="control max-w-24"
          >
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        )}
        {minor !== null && (
          <span className="text-meta text-subtle">{formatMoney({ minor, currency: code })}</span>
        )}
      </div>
    </FieldShell>
  );
}
