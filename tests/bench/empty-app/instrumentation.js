/** Nothing to do at the start; without this file the build takes the product's, which stands above this folder. */
export function register() {}
