"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's print dialog for the page. */
export function PrintButton({ label = "Print" }: { label?: string }) {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
