import NextAuth from "next-auth";
import { authOptions } from "@/lib/session/options";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

// The options are read with the first request: building the product needs no secret.
function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
