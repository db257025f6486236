import { type DeviceDraft, inOrder } from "@/lib/device/device-draft";
import type { Round } from "@/lib/device/send-drafts";

/** The one place that says where what was saved is now: on this device, waiting, or sent. */
export function SaveLine({
  line,
  rest,
  drafts,
  signInHref,
}: {
  line: string;
  rest: Round["rest"];
  drafts: readonly DeviceDraft[];
  signInHref: string;
}) {
  const waiting = inOrder(drafts).length;
  return (
    <p role="status" className="min-w-0 text-muted">
      {line}
      {waiting > 0 && rest === "later" && <span> · Waiting for network ({waiting})</span>}
      {waiting > 0 && rest === "signed-out" && (
        <span>
          {" "}
          · You were signed out.{" "}
          <a href={signInHref} target="_blank" rel="noopener">
            Sign in (opens in a new tab)
          </a>
          , then {waiting === 1 ? "it is" : "they are"} sent.
        </span>
      )}
    </p>
  );
}
