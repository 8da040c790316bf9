/* The page of one's devices: has this browser subscribe to its push service, once its owner asks for it. */
"use strict";

(() => {
  const form = document.querySelector("#device");
  const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window && window.isSecureContext;
  if (!form || !can) {
    return;
  }
  const say = (id) => ["cannot", "denied", "failed"].forEach((one) => {
    document.querySelector("#device-" + one).hidden = one !== id;
  });
  say("");
  form.hidden = false;

  const key = () => {
    const text = atob(form.dataset.key.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  };

  const active = (registration) => new Promise((done) => {
    const worker = registration.installing || registration.waiting;
    if (registration.active || !worker) {
      done(registration);
      return;
    }
    worker.addEventListener("statechange", () => worker.state === "activated" && done(registration));
  });

  // A subscription that was made for another key of the desk is of no use.
  async function subscribe() {
    const registration = await active(await navigator.serviceWorker.register("/config/alarm-worker.js"));
    const before = await registration.pushManager.getSubscription();
    if (before) {
      await before.unsubscribe();
    }
    return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key() });
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await Notification.requestPermission() !== "granted") {
      say("denied");
      return;
    }
    try {
      const made = (await subscribe()).toJSON();
      form.elements.endpoint.value = made.endpoint;
      form.elements.p256dh.value = made.keys.p256dh;
      form.elements.auth.value = made.keys.auth;
      form.submit();
    } catch (unwilling) {
      say("failed");
    }
  });
})();
