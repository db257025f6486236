import { LinkButton } from "@/components/ui/button";

/** Moves through a list by its own order, page by page; a missing address means there is no more that way. */
export function Pagination({
  label = "Pages",
  newerHref,
  olderHref,
  newerLabel = "Newer",
  olderLabel = "Older",
  summary,
}: {
  label?: string;
  newerHref?: string;
  olderHref?: string;
  newerLabel?: string;
  olderLabel?: string;
  /** For example "50 entries on this page". */
  summary?: string;
}) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
      <span className="text-compact text-subtle">{summary}</span>
      <span className="flex gap-2">
        {newerHref && (
          <LinkButton href={newerHref} size="small" rel="prev">
            {newerLabel}
          </LinkButton>
        )}
        {olderHref && (
          <LinkButton href={olderHref} size="small" rel="next">
            {olderLabel}
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
