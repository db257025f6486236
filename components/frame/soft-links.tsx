"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Served by route handlers, not as pages. */
const FILES = /^\/(?:api|v)\//;

/**
 * Moves between pages without loading them anew, for the plain links inside `[data-soft]`: one listener for all of them,
 * where a component a link costs every request. Without script they are what they are, links.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (!link?.closest("[data-soft]") || link.target || link.hasAttribute("download")) return;
      if (link.origin !== window.location.origin || FILES.test(link.pathname)) return;
      // A place on this page is the browser's own to go to.
      if (link.hash && link.pathname === window.location.pathname) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    }
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [router]);
  return null;
}
