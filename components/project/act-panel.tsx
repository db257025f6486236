import type { ReactNode } from "react";
import { DisabledWithReason } from "@/components/ui/disabled-with-reason";
import { RefusalList } from "@/components/ui/form-notices";
import { ServerForm, type ServerFormProps } from "@/components/ui/server-form";
import type { Refusal } from "@/lib/lifecycle/refusal";
import { viewRefusals } from "@/lib/refusal-view";

/**
 * One act of the record: its form, or the same button with every reason why not yet. The reasons come from the same
 * table that the server asks. Reasons that a justification lifts stand above the form, which then asks for it.
 */
export function ActPanel({
  reasons,
  children,
  ...form
}: ServerFormProps & { reasons: readonly Refusal[]; children?: ReactNode }) {
  const views = viewRefusals(reasons);
  if (views.some(({ severity }) => severity === "block")) {
    return (
      <DisabledWithReason
        label={form.submitLabel}
        variant={form.submitVariant}
        reasons={views.filter(({ severity }) => severity === "block")}
      />
    );
  }
  return (
    <div className="space-y-3">
      {views.length > 0 && (
        <div className="max-w-read border-warning border-s-2 ps-3">
          <RefusalList refusals={views} />
        </div>
      )}
      <ServerForm {...form} needsReason={views.length > 0}>
        {children}
      </ServerForm>
    </div>
  );
}
