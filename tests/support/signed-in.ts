/** The cookie of the request in tests that call actions in this process; everything behind it is the product's own. */
export const signedIn = { token: "" };
