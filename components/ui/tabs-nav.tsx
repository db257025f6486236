"use client";

/** On a narrow screen the tabs scroll sideways: the one that is open must not lie out of sight. */
function reveal(open: HTMLAnchorElement | null): void {
  const tabs = open?.closest("nav");
  if (!open || !tabs) return;
  const [tab, bar] = [open.getBoundingClientRect(), tabs.getBoundingClientRect()];
  tabs.scrollLeft += Math.max(0, tab.right - bar.right) - Math.max(0, bar.left - tab.left);
}

/** The parts of one record, each with an address of its own. */
export function TabsNav({
  label,
  tabs,
}: {
  label: string;
  tabs: { href: string; label: string; current?: boolean; count?: number }[];
}) {
  return (
    <nav data-soft aria-label={label} className="overflow-x-auto border-border border-b">
      <ul className="flex gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              ref={tab.current ? reveal : undefined}
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="flex min-h-10 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-muted no-underline hover:border-control hover:text-text aria-[current]:border-primary aria-[current]:font-medium aria-[current]:text-text pointer-coarse:min-h-12"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-pill bg-neutral-bg px-1.5 text-meta text-neutral-fg">
                  {tab.count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
