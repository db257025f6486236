"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import * as demo from "@/lib/store/demo";

export const removeDemo = action("demo.remove", z.object({}), async ({ actor }) => {
  await demo.removeDemo(actor);
  return { redirectTo: paths.home };
});
