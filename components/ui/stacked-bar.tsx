"use client";

export type BarTone = "danger" | "warning" | "info" | "success" | "neutral";

export interface BarPart {
  key: string;
  label: string;
  value: number;
  tone: BarTone;
  /** List of what was counted. */
  href?: string;
}

const fills: Record<BarTone, string> = {
  danger: "text-danger",
  warning: "text-warning",
  info: "text-info",
  success: "text-success",
  neutral: "text-neutral",
};

/** Tones that also carry a pattern, so that parts differ on paper without colour. */
const hatched: ReadonlySet<BarTone> = new Set(["warning", "neutral"]);

function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="currentColor" />
      <rect width="2" height="6" className="fill-surface" />
    </pattern>
  );
}

/** Patterns of one chart; they stand apart, because the words use them even when there is no bar. */
function Hatches({ id }: { id: string }) {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        {[...hatched].map((tone) => (
          <g key={tone} className={fills[tone]}>
            <Hatch id={`${id}-${tone}`} />
          </g>
        ))}
      </defs>
    </svg>
  );
}

function fillOf(id: string, tone: BarTone): string {
  return hatched.has(tone) ? `url(#${id}-${tone})` : "currentColor";
}

function Swatch({ id, tone }: { id: string; tone: BarTone }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={`shrink-0 ${fills[tone]}`}>
      <rect width="12" height="12" rx="2" fill={fillOf(id, tone)} />
    </svg>
  );
}

/**
 * How many there are of each, as one bar with its counts in words below. The parts are links to their lists.
 * `id` must be unique on the page; parts of zero stay in the words and leave the bar.
 */
export function StackedBar({
  id,
  title,
  parts,
  unit = "",
}: {
  id: string;
  /** The finding: "5 findings are older than 60 days". */
  title: string;
  parts: BarPart[];
  unit?: string;
}) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const shown = parts.filter((part) => part.value > 0);
  let before = 0;
  return (
    <figure className="relative space-y-2.5">
      <figcaption className="font-medium">{title}</figcaption>
      <Hatches id={id} />
      {total > 0 && (
        <svg
          width="100%"
          height="16"
          role="img"
          aria-label={title}
          className="chart-shape block rounded-control"
        >
          {shown.map((part) => {
            const x = (before / total) * 100;
            before += part.value;
            return (
              <rect
                key={part.key}
                x={`${x}%`}
                width={`${(part.value / total) * 100}%`}
                height="16"
                strokeWidth="2"
                className={`stroke-surface ${fills[part.tone]}`}
                fill={fillOf(id, part.tone)}
              />
            );
          })}
        </svg>
      )}
      <ul data-soft className="flex flex-wrap gap-x-5 gap-y-1">
        {parts.map((part) => {
          const words = `${part.value} ${part.label}${unit && ` ${unit}`}`;
          return (
            <li key={part.key} className="flex min-h-6 items-center gap-1.5">
              <Swatch id={id} tone={part.tone} />
              {part.href ? <a href={part.href}>{words}</a> : <span>{words}</span>}
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
