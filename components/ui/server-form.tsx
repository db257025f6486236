"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { FormContextProvider } from "@/components/ui/form-context";
import { ChangedNotice, canBeJustified, FormNotice } from "@/components/ui/form-notices";
import { ProofSection } from "@/components/ui/proof-section";
import { type Submitter, useServerForm } from "@/components/ui/use-server-form";
import type { FormAction } from "@/lib/form-state";

export interface ServerFormProps {
  action: FormAction;
  children?: ReactNode;
  /** Names and values the form sends unseen, for example the id of its record. */
  hidden?: Record<string, string | number>;
  /** Version of the record the form was made from, sent as `version`. */
  version?: string | number;
  /** Verb and noun. */
  submitLabel: string;
  pendingLabel?: string;
  submitVariant?: ButtonVariant;
  /** More ways to send the same form, such as "Save draft". */
  extraSubmits?: (Submitter & { label: string; skipsConfirm?: boolean })[];
  /** Stands beside the buttons, for example a link that goes back. */
  secondary?: ReactNode;
  /** A check before an act that cannot be undone: what will happen, and the button that does it. */
  confirm?: { title: string; text: ReactNode; label: string };
  /** Asks for the reason from the start: what stands against the act passes with one. */
  needsReason?: boolean;
  /** Keeps the fields after success, for a form that edits; one that adds is emptied. */
  keepsFields?: boolean;
  className?: string;
}

/** Every form that changes something. Nothing typed is lost by an error, a refusal, a newer version or a lost network. */
export function ServerForm(props: ServerFormProps) {
  const {
    action,
    children,
    hidden = {},
    version,
    confirm,
    extraSubmits = [],
    pendingLabel = "Saving…",
  } = props;
  const formId = useId();
  const form = useServerForm(action, version);
  const { state, isPending } = form;
  const notice = useRef<HTMLElement>(null);
  const check = useRef<HTMLElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const look = props.submitVariant ?? "primary";
  const [asked, setAsked] = useState<Submitter | null>(null);
  // How the form was sent that is now asked for a proof: it is sent again as the very same.
  const [sent, setSent] = useState<Submitter | null>(null);
  const asksProof = state.status === "proof";
  const needsReason = props.needsReason ?? false;
  const [asksReason, setAsksReason] = useState(needsReason);
  const [held, setHeld] = useState(0);
  const [isWaitingForFile, setWaitingForFile] = useState(false);

  useEffect(() => {
    if (state.status === "idle" || state.status === "done" || state.status === "proof") return;
    notice.current?.focus();
    notice.current?.scrollIntoView({ block: "start" });
  }, [state]);
  useEffect(() => {
    if (asked) check.current?.focus();
  }, [asked]);
  if (!asksReason && state.status === "refused" && canBeJustified(state.refusals)) setAsksReason(true);

  function finish() {
    setAsksReason(needsReason);
    if (props.keepsFields) form.markSaved();
    else form.startAnew();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    setWaitingForFile(held > 0);
    if (held > 0) return;
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const submitter = asked ?? { name: button?.name ?? "", value: button?.value ?? "" };
    const skipsConfirm = extraSubmits.some(
      (extra) => extra.skipsConfirm && extra.name === submitter.name && extra.value === submitter.value,
    );
    if (asksProof) return form.send(event.currentTarget, sent, finish);
    if (confirm && !asked && !skipsConfirm) return setAsked(submitter);
    setAsked(null);
    setSent(submitter);
    form.send(event.currentTarget, submitter, finish);
  }

  function goBack() {
    setAsked(null);
    form.withdraw();
    if (submitButton.current) {
      submitButton.current.hidden = false;
      submitButton.current.focus();
    }
  }

  function submitByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  return (
    <FormContextProvider
      value={{ formId, errors: state.errors, holdSubmit: (change) => setHeld((count) => count + change) }}
    >
      <form
        action={form.postAction}
        onSubmit={submit}
        onKeyDown={submitByKey}
        onInput={form.markDirty}
        noValidate
        data-dirty={form.isDirty || undefined}
        className={`max-w-form space-y-5 ${props.className ?? ""}`}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {form.sentVersion !== undefined && <input type="hidden" name="version" value={form.sentVersion} />}
        <FormNotice
          ref={notice}
          formId={formId}
          state={state}
          changed={
            <ChangedNotice
              message={state.message}
              isNewerLoaded={form.isNewerLoaded}
              onLoad={form.loadNewer}
              onUseNewer={form.takeNewer}
            />
          }
        />
        {children && (
          <div key={form.generation} className="space-y-5">
            {children}
          </div>
        )}
        {asksReason && (
          <TextArea
            name="justification"
            label="Why do you go on?"
            hint="Your reason is kept with this act, and everybody who can see the record can read it."
            rows={3}
          />
        )}
        {asked && confirm && (
          <section
            ref={check}
            tabIndex={-1}
            aria-labelledby={`${formId}-check`}
            className="notice space-y-3 rounded-card border-2 border-warning bg-surface px-4 py-3"
          >
            <h2 id={`${formId}-check`} className="text-read">
              {confirm.title}
            </h2>
            <div className="max-w-read">{confirm.text}</div>
            <div className="flex flex-wrap gap-3">
              <Button type="submit" variant={look}>
                {confirm.label}
              </Button>
              <Button onClick={goBack}>Go back</Button>
            </div>
          </section>
        )}
        {asksProof && state.proof && (
          <ProofSection
            key={state.stamp}
            formId={formId}
            ask={state.proof}
            isPending={isPending}
            onGoBack={goBack}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            ref={submitButton}
            type="submit"
            variant={look}
            hidden={asked !== null || asksProof}
            aria-disabled={isPending || undefined}
          >
            {isPending ? pendingLabel : asksReason ? "Go on with a reason" : props.submitLabel}
          </Button>
          {extraSubmits.map((extra) => (
            <Button
              key={extra.label}
              type="submit"
              name={extra.name}
              value={extra.value}
              hidden={asked !== null || asksProof}
              aria-disabled={isPending || undefined}
            >
              {extra.label}
            </Button>
          ))}
          {!asked && !asksProof && props.secondary}
          <p role="status" className="font-medium">
            {isWaitingForFile &&
              held > 0 &&
              "A file is still on its way. Wait until it is there, then send again."}
          </p>
        </div>
      </form>
    </FormContextProvider>
  );
}
