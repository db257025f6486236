/** What a state means to the reader. Each kind has its own shape, so that colour is never alone. */
export type StatusKind =
  | "danger"
  | "warning"
  | "info"
  | "success"
  | "neutral"
  | "waiting"
  | "locked"
  | "overdue"
  | "local";

const stroke = { fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round" } as const;

function drawShape(kind: Exclude<StatusKind, "neutral">) {
  switch (kind) {
    case "danger":
      return <path d="M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7z" fill="currentColor" />;
    case "warning":
      return <path d="M6 1 11.6 11H.4z" fill="currentColor" strokeLinejoin="round" />;
    case "info":
      return <circle cx="6" cy="6" r="4.25" {...stroke} strokeWidth={2} />;
    case "success":
      return <path d="m1.5 6.5 3 3 6-7" {...stroke} strokeWidth={2} strokeLinejoin="round" />;
    case "waiting":
      return (
        <path d="M2 .9h8M2 11.1h8M3 1v1.8L6 6l3-3.2V1M3 11V9.2L6 6l3 3.2V11" {...stroke} strokeWidth={1.2} />
      );
    case "locked":
      return (
        <>
          <path d="M3.5 5.5V3.7a2.5 2.5 0 0 1 5 0v1.8" {...stroke} />
          <rect x="1.75" y="5.5" width="8.5" height="6" rx="1" fill="currentColor" />
        </>
      );
    case "overdue":
      return <path d="M6 .9a5.1 5.1 0 1 0 0 10.2A5.1 5.1 0 0 0 6 .9M6 3.2V6l2 1.4" {...stroke} />;
    case "local":
      return (
        <path
          d="M3.4 9.7h5.4a2.1 2.1 0 0 0 .5-4.1A3.3 3.3 0 0 0 5 3.3M2.9 5.2A2.3 2.3 0 0 0 3.4 9.7M1 1l10 10"
          {...stroke}
        />
      );
  }
}

/** The 12 px shape of a state; nothing for a neutral one. The word beside it carries the meaning. */
export function StatusShape({ kind, className = "" }: { kind: StatusKind; className?: string }) {
  if (kind === "neutral") return null;
  return (
    <svg
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      className={`chart-shape shrink-0 ${className}`}
    >
      {drawShape(kind)}
    </svg>
  );
}
