import Link from "next/link";

export type StepState = "done" | "current" | "later" | "locked" | "optional" | "skipped" | "trouble";

export interface Step {
  name: string;
  state: StepState;
  /** State in words: "Completed", "In progress", "Cannot start yet". */
  word: string;
  /** One date in words: completed on, the window now, or planned for. */
  date?: string;
  href?: string;
}

const marks: Record<StepState, string> = {
  done: "border-success bg-success text-surface",
  current: "border-primary bg-primary text-on-primary",
  trouble: "border-danger bg-danger text-surface",
  later: "border-control bg-surface text-muted",
  locked: "border-border bg-sunken text-subtle",
  optional: "border-control border-dashed bg-surface text-muted",
  skipped: "border-control border-dashed bg-surface text-subtle",
};

const words: Partial<Record<StepState, string>> = {
  current: "font-medium text-text",
  trouble: "font-medium text-danger-fg",
};

function Mark({ step, number }: { step: Step; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={`step-mark chart-shape flex size-6 shrink-0 items-center justify-center rounded-pill border font-medium text-meta ${marks[step.state]}`}
    >
      {step.state === "done" ? (
        <svg
          viewBox="0 0 12 12"
          width="12"
          height="12"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="m1.5 6.5 3 3 6-7" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      ) : (
        number
      )}
    </span>
  );
}

/**
 * The way of a record from its first step to its last: across where there is room, down elsewhere.
 * Branches are words in a step, not arrows.
 */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <nav aria-label={label} data-print className="@container">
      <ol className="grid @4xl:auto-cols-[minmax(min-content,1fr)] @4xl:grid-flow-col">
        {steps.map((step, index) => (
          <li
            key={step.name}
            aria-current={step.state === "current" || step.state === "trouble" ? "step" : undefined}
            className="group relative flex @4xl:[overflow-wrap:normal] items-center gap-3 py-1.5 @4xl:flex-col @4xl:items-start @4xl:gap-2 @4xl:py-0 @4xl:pe-3"
          >
            <span
              aria-hidden="true"
              className="absolute start-3 top-0 h-full border-border border-s group-first:top-1/2 group-last:h-1/2 @4xl:start-0 @4xl:top-3 @4xl:h-0 @4xl:w-full @4xl:border-s-0 @4xl:border-t @4xl:group-first:top-3 @4xl:group-last:w-3"
            />
            <span className="relative">
              <Mark step={step} number={index + 1} />
            </span>
            <span className="grid min-w-0 flex-1 content-start @4xl:min-w-min grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 @lg:grid-cols-[minmax(0,14rem)_1fr] @4xl:grid-cols-1">
              <span
                className={`font-medium text-compact @4xl:text-meta ${step.state === "locked" ? "text-muted" : "text-text"}`}
              >
                {step.href ? (
                  <Link
                    href={step.href}
                    prefetch={false}
                    className="inline-block min-h-6 py-0.5 no-underline hover:underline"
                  >
                    {step.name}
                  </Link>
                ) : (
                  <span className="inline-block min-h-6 py-0.5">{step.name}</span>
                )}
              </span>
              <span className={`text-meta ${words[step.state] ?? "text-subtle"} @max-lg:text-end`}>
                {step.word}
              </span>
              {step.date && <span className="text-meta text-subtle">{step.date}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
