"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Copies a value such as a link or a number and says so. `what` names it: "Copy link". */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [word, setWord] = useState<"idle" | "copied" | "failed">("idle");
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setWord("copied");
    } catch {
      // Without permission or a secure page the browser refuses; then the value is shown to be copied by hand.
      setWord("failed");
    }
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" onClick={copy}>
        Copy {what}
      </Button>
      <span role="status" className="break-all text-compact text-muted">
        {word === "copied" && "Copied"}
        {word === "failed" && `Copy it by hand: ${value}`}
      </span>
    </span>
  );
}
