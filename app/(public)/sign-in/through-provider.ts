/** The password is right, and the organisation wants another way in. */
export const throughProvider =
  "Your organisation has you sign in through its own provider. Choose “Sign in with your organisation” below.";
