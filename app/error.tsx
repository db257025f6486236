"use client";

import { Button } from "@/components/ui/button";

/** A page that failed; what was typed elsewhere stays where it was. The digest names the entry in the log. */
export default function PageFailed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="mx-auto max-w-form space-y-4 px-4 py-16 sm:px-6">
      <h1 className="font-bold text-h1">We could not open this page</h1>
      <p>
        Try again. If it stays, tell your administrator{error.digest ? ` the reference ${error.digest}` : ""}.
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </div>
  );
}
