import type { ReactNode } from "react";
import { StatusShape } from "@/components/ui/status-shape";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** What every field takes. All fields are required unless they say `optional`. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

/** The message of a field, in the same words as in the error summary. */
export function FieldError({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-baseline gap-1.5 font-medium text-danger-fg">
      <StatusShape kind="danger" className="translate-y-px" />
      <span>
        <VisuallyHidden>Error: </VisuallyHidden>
        {children}
      </span>
    </p>
  );
}

/** "(optional)" beside a label; required fields carry no mark. */
export function OptionalMark() {
  return <span className="font-normal text-subtle"> (optional)</span>;
}

/** Label, hint, error and control of one field, in this order. */
export function FieldShell({
  id,
  label,
  hint,
  hintId,
  error,
  errorId,
  optional,
  children,
}: Omit<FieldProps, "name"> & {
  id: string;
  hintId?: string;
  error?: string;
  errorId?: string;
  children: ReactNode;
}) {
  return (
    <div className={`space-y-1.5 ${error ? "border-danger border-s-4 ps-3" : ""}`}>
      <label htmlFor={id} className="block font-medium">
        {label}
        {optional && <OptionalMark />}
      </label>
      {hint && (
        <p id={hintId} className="max-w-read text-subtle">
          {hint}
        </p>
      )}
      <FieldError id={errorId}>{error}</FieldError>
      {children}
    </div>
  );
}
