import { Button, type ButtonVariant } from "@/components/ui/button";
import { RefusalList } from "@/components/ui/form-notices";
import type { RefusalView } from "@/lib/form-state";

/** An act that cannot be done now: its button stays in sight, and the reasons open below it. */
export function DisabledWithReason({
  label,
  reasons,
  variant = "secondary",
}: {
  label: string;
  reasons: RefusalView[];
  variant?: ButtonVariant;
}) {
  const count = reasons.length === 1 ? "Why not yet?" : `Why not yet? ${reasons.length} reasons`;
  return (
    <div className="max-w-read space-y-1">
      <Button variant={variant} aria-disabled="true">
        {label}
      </Button>
      <details className="text-compact">
        <summary className="w-fit py-0.5 text-link underline underline-offset-3">{count}</summary>
        <div className="mt-1 border-border border-s-2 ps-3">
          <RefusalList refusals={reasons} />
        </div>
      </details>
    </div>
  );
}
