"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's print dialog for the page. */
export function PrintButton({
  label = "Print",
  variant = "primary",
}: {
  label?: string;
  variant?: "primary" | "secondary";
}) {
  return (
    <Button variant={variant} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
