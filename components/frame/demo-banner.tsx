import Link from "next/link";
import { paths } from "@/lib/paths";

/** Stands above every page of the demonstration. */
export function DemoBanner({ org }: { org: string }) {
  return (
    <aside
      aria-label="Demonstration"
      className="bg-info-bg px-4 py-1 text-center text-compact text-info-fg"
      data-noprint
    >
      Demonstration with invented organisations.{" "}
      <Link href={paths.demo(org)} prefetch={false} className="inline-block py-0.5 text-info-fg">
        What is this?
      </Link>
    </aside>
  );
}
