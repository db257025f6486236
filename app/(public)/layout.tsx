import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";

/** Pages before signing in: the product's name and one column. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="border-border border-b bg-surface px-4 py-3 sm:px-6">
        <p className="font-bold text-read">CertTrail</p>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-form px-4 py-10 outline-none sm:px-6">
        {children}
      </main>
    </>
  );
}
