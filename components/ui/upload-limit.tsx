"use client";

import { createContext, useContext } from "react";

const UploadLimit = createContext<number | null>(null);

/** Tells the upload fields below how many bytes the server takes of one file. */
export const UploadLimitProvider = UploadLimit.Provider;

/** How many bytes one file may have. Throws where nobody has said it. */
export function useUploadLimit(): number {
  const limit = useContext(UploadLimit);
  if (limit === null) throw new Error("An upload field stands outside of UploadLimitProvider.");
  return limit;
}
