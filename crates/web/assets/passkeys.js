// Passkeys: making one in the settings, and signing in by one. What uses them stays hidden where the browser has none.

const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0));
};
const text = (buffer) => {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};
const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

const post = async (address, body) => {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(address);
  return answer.json();
};

const told = ({ id, rawId, type, response }) => {
  const all = { id, rawId: text(rawId), type, extensions: {}, response: {} };
  for (const part of ["attestationObject", "clientDataJSON", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) all.response[part] = text(response[part]);
  }
  return all;
};

const ways = {
  async "sign-in"(place) {
    const asked = await post("/sign-in/passkey/ask", {});
    const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
    const answer = told(await navigator.credentials.get({ publicKey }));
    location.assign((await post("/sign-in/passkey", { answer, to: place.dataset.to })).to);
  },
  async make(place) {
    const asked = await post("/settings/passkeys/ask", {});
    const user = { ...asked.user, id: bytes(asked.user.id) };
    const publicKey = { ...asked, user, challenge: bytes(asked.challenge), excludeCredentials: known(asked.excludeCredentials) };
    const answer = told(await navigator.credentials.create({ publicKey }));
    const name = place.querySelector("input").value;
    location.assign((await post("/settings/passkeys", { answer, name })).to);
  },
};

if (window.PublicKeyCredential) {
  for (const place of document.querySelectorAll("[data-passkey]")) {
    const [button, status] = [place.querySelector("button"), place.querySelector("[role=status]")];
    place.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      status.textContent = "";
      try {
        await ways[place.dataset.passkey](place);
      } catch {
        // Whoever turns away from their device's question gets the same words as one whose key does not fit.
        status.textContent = place.dataset.failed;
      }
      button.disabled = false;
    });
  }
}
