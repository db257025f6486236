/** Signs in as the form does and returns the cookies every later request carries. */
export async function signIn(origin, { email, password }) {
  const jar = new Map();
  const ask = async (path, options = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin, ...options.headers };
    const response = await fetch(`${origin}${path}`, { redirect: "manual", ...options, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  };
  const { csrfToken } = await (await ask("/api/auth/csrf")).json();
  const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
  const answer = await ask("/api/auth/callback/credentials", { method: "POST", body });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`);
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
