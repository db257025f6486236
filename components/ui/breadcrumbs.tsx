import Link from "next/link";

/** The way from the top to this page; the page itself is the heading below. `Esc` follows the last one. */
export function Breadcrumbs({ items }: { items: { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" data-noprint>
      <ol className="flex flex-wrap gap-x-1.5 text-compact text-subtle">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-x-1.5">
            <Link
              href={item.href}
              prefetch={false}
              data-back={index === items.length - 1 || undefined}
              className="py-1 text-muted no-underline hover:underline"
            >
              {item.label}
            </Link>
            {index < items.length - 1 && <span aria-hidden="true">/</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
