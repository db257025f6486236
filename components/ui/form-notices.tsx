"use client";

import type { ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import { fieldId } from "@/components/ui/form-context";
import { StatusShape } from "@/components/ui/status-shape";
import type { FormState, RefusalView, Report, ShownOnce } from "@/lib/form-state";

/** Focuses the field a line of the summary names and brings its label into view. */
function goToField(target: HTMLElement) {
  const label =
    target.closest("fieldset")?.querySelector("legend") ??
    document.querySelector(`label[for="${target.id}"]`);
  target.focus({ preventScroll: true });
  (label ?? target).scrollIntoView({ block: "start" });
}

function ErrorLine({ id, children }: { id: string; children: ReactNode }) {
  // An error may belong to no field on the page; then there is nothing to go to.
  const hasField = typeof document === "undefined" || document.getElementById(id) !== null;
  if (!hasField) return <>{children}</>;
  return (
    <a
      href={`#${id}`}
      className="text-danger-fg"
      onClick={(event) => {
        const target = document.getElementById(id);
        if (!target) return;
        event.preventDefault();
        goToField(target);
      }}
    >
      {children}
    </a>
  );
}

/** "There is a problem": every error of the form, each a link to its field. */
function ErrorSummary({ formId, errors }: { formId: string; errors: Record<string, string> }) {
  return (
    <ul className="space-y-1">
      {Object.entries(errors).map(([name, message]) => (
        <li key={name}>
          <ErrorLine id={fieldId(formId, name)}>{message}</ErrorLine>
        </li>
      ))}
    </ul>
  );
}

/** The reasons against an act, each with its rule, its clause and who can lift it. */
export function RefusalList({ refusals }: { refusals: RefusalView[] }) {
  return (
    <ul className="space-y-2.5">
      {refusals.map((refusal) => (
        <li key={`${refusal.code} ${refusal.sentence}`} className="space-y-0.5">
          <p className="text-text">{refusal.sentence}</p>
          <p className="text-meta text-muted">
            {[refusal.rule && `Rule ${refusal.rule}`, refusal.clause].filter(Boolean).join(" · ")}
          </p>
          {refusal.lift && <p className="text-compact text-muted">{refusal.lift}</p>}
        </li>
      ))}
    </ul>
  );
}

/** True when every refusal passes with a kept reason. */
export function canBeJustified(refusals: RefusalView[]): boolean {
  return refusals.length > 0 && refusals.every((refusal) => refusal.severity === "justify");
}

/** What the form would do when it is sent in earnest, line by line. */
function ReportNotice({ title, isProblem, lines }: Report) {
  return (
    <section
      role="status"
      className={`space-y-2 rounded-card border-2 bg-surface px-4 py-3 ${isProblem ? "border-danger" : "border-info"}`}
    >
      <h3 className="text-read">{title}</h3>
      <ul className="max-h-96 list-disc space-y-1 overflow-y-auto ps-5">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an act gives once: a link or codes, to be copied now. */
function ShownOnceNotice({ formId, label, text }: ShownOnce & { formId: string }) {
  const id = `${formId}-once`;
  return (
    <div className="space-y-1.5 rounded-card border-2 border-success bg-surface px-4 py-3">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <textarea
        id={id}
        readOnly
        rows={Math.max(2, text.split("\n").length)}
        value={text}
        className="control font-mono"
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}

const headings = {
  error: "There is a problem",
  refused: "This cannot be done yet",
  failed: "This did not work",
} as const;

/** What stands at the top of a form after an answer that asks something of the person. It takes the focus. */
export function FormNotice({
  ref,
  formId,
  state,
  changed,
}: {
  ref: Ref<HTMLElement>;
  formId: string;
  state: FormState;
  /** The notice and the buttons for "changed meanwhile". */
  changed: ReactNode;
}) {
  if (state.status === "done" && state.report) return <ReportNotice {...state.report} />;
  if (state.status === "done" && state.shownOnce) {
    return <ShownOnceNotice formId={formId} {...state.shownOnce} />;
  }
  if (state.status === "idle" || state.status === "done" || state.status === "proof") return null;
  const tone = state.status === "changed" || canBeJustified(state.refusals) ? "warning" : "danger";
  const look = tone === "warning" ? "border-warning text-warning-fg" : "border-danger text-danger-fg";
  const heading = state.status === "changed" ? "This was changed meanwhile" : headings[state.status];
  const headingId = `${formId}-notice`;
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={headingId}
      className={`notice space-y-2 rounded-card border-2 bg-surface px-4 py-3 ${look}`}
    >
      <h2 id={headingId} className="flex items-center gap-2 text-read">
        <StatusShape kind={tone} />
        {canBeJustified(state.refusals) ? "This needs a reason" : heading}
      </h2>
      {state.message && state.status !== "changed" && <p className="max-w-read text-text">{state.message}</p>}
      {state.reference && <p className="text-meta text-muted">Reference {state.reference}</p>}
      {state.status === "error" && <ErrorSummary formId={formId} errors={state.errors} />}
      {state.refusals.length > 0 && <RefusalList refusals={state.refusals} />}
      {state.status === "changed" && changed}
    </section>
  );
}

/** The notice of a form whose record somebody else changed: nothing typed is lost, nothing overwritten unseen. */
export function ChangedNotice({
  message,
  isNewerLoaded,
  onLoad,
  onUseNewer,
}: {
  message?: string;
  isNewerLoaded: boolean;
  onLoad: () => void;
  onUseNewer: () => void;
}) {
  if (isNewerLoaded) {
    return (
      <>
        <p className="max-w-read text-text">
          The newer version is loaded on this page. The form still holds what you typed: send it again to keep
          yours.
        </p>
        <Button onClick={onUseNewer}>Discard my text and use the newer values</Button>
      </>
    );
  }
  return (
    <>
      <p className="max-w-read text-text">
        {message ?? "Somebody else saved a newer version. What you typed is still here and was not saved."}
      </p>
      <Button onClick={onLoad}>Load the newer version</Button>
    </>
  );
}
