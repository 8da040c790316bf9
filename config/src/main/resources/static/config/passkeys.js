/* Passkeys: what the desk asks a browser's authenticators for, and their answers, in the forms of the page. */
"use strict";

(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  async function asked(form, address) {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (response.status === 422) {
      throw new Told(await response.text());
    }
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    return response.json();
  }

  /** What the desk says of a form, for whoever reads the page. */
  class Told extends Error {}

  function answer(credential, response) {
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: {},
    });
  }

  async function proof(form, address) {
    const options = await asked(form, address);
    const credential = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
    return answer(credential, {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : undefined,
    });
  }

  async function registration(form, address) {
    const options = await asked(form, address);
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    const { clientDataJSON, attestationObject } = credential.response;
    return answer(credential, {
      clientDataJSON: text(clientDataJSON),
      attestationObject: text(attestationObject),
      transports: credential.response.getTransports ? credential.response.getTransports() : [],
    });
  }

  const create = (button) => button && button.dataset.passkeyCreate;

  /** A code that was typed goes ahead of a passkey. */
  function wantsProof(form) {
    return form.dataset.passkey && !(form.elements.code && form.elements.code.value.trim());
  }

  async function fill(form, button) {
    if (wantsProof(form)) {
      form.elements.assertion.value = await proof(form, form.dataset.passkey);
    }
    if (create(button)) {
      form.elements.credential.value = await registration(form, create(button));
      form.elements.assertion.value = "";
    }
  }

  function listen(error) {
    const form = error.closest("form");
    let filled = false;
    // Enter in the name of a new passkey means to add it, not the form's first button.
    form.elements.label?.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        form.querySelector("[data-passkey-create]").click();
      }
    });
    form.addEventListener("submit", async (event) => {
      const button = event.submitter;
      if (filled || !(wantsProof(form) || create(button))) {
        return;
      }
      event.preventDefault();
      error.textContent = "";
      try {
        await fill(form, button);
        filled = true;
        form.requestSubmit(button);
      } catch (failure) {
        error.textContent = failure instanceof Told ? failure.message : form.dataset.failed;
      } finally {
        filled = false;
      }
    });
  }

  const able = Boolean(window.PublicKeyCredential);
  document.querySelectorAll("[data-passkey-missing]").forEach((note) => (note.hidden = able));
  document.querySelectorAll("[data-passkey-noscript]").forEach((note) => (note.hidden = true));
  if (able) {
    document.querySelectorAll("[data-passkey-only], form[data-passkey]").forEach((part) => (part.hidden = false));
    document.querySelectorAll("[data-passkey-error]").forEach(listen);
    document.querySelector("[data-passkey-focus]")?.focus();
  }
})();
