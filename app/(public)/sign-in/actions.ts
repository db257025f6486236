"use server";

import { z } from "zod";
import { now } from "@/lib/clock";
import { publicAction } from "@/lib/public-action";
import { beginPasskey } from "@/lib/store/passkeys";

/** What the browser needs to sign in with a passkey; says nothing of who has one. */
export const beginPasskeySignIn = publicAction("signIn", z.object({}), async () => ({
  useKey: await beginPasskey(null, now()),
}));
