// Makes the chat page live: sends without reloading, and shows answers as they come. Without it the forms do the work.
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const log = byId("chat-log"), list = log.querySelector("ol"), words = log.dataset;
  const composer = byId("chat-composer"), box = byId("chat-text"), file = byId("chat-file");
  const status = byId("chat-status"), typing = byId("chat-typing"), news = byId("chat-new"), place = byId("chat-place");
  const UNSENT = "chat-unsent";
  let conversation = words.conversation, cursor = words.cursor, stream = null, busy = false, waiting = null, quiet = 0;

  const clientId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("");
  const atEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 160;
  const order = id => { const [turn, part = "-1"] = id.split("."); return [+turn, +part]; };
  const before = (a, b) => { const [s, p] = order(a), [t, q] = order(b); return s < t || (s === t && p < q); };
  const reader = document.documentElement.lang === "en" ? "en-GB" : "id";
  const date = iso => new Intl.DateTimeFormat(reader,
    { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  const element = (name, text, attributes) => Object.assign(document.createElement(name), { textContent: text }, attributes);

  function bubble(id, from, text, speaker, lang) {
    const item = byId("chat-bubble").content.firstElementChild.cloneNode(true);
    item.dataset.id = id;
    item.classList.add(from, "fresh");
    item.querySelector("b").textContent = words[from] + (speaker ? " " + speaker : "");
    const time = item.querySelector("time"), now = new Date();
    time.dateTime = now.toISOString();
    time.textContent = new Intl.DateTimeFormat(reader, { hour: "2-digit", minute: "2-digit", timeZone: words.zone })
      .format(now) + " " + words.clock;
    item.querySelector(".words").textContent = text;
    if (lang) item.querySelector(".words").lang = lang;
    return item;
  }

  // By turn, wherever it came from and however late.
  function put(item) {
    let last = list.lastElementChild;
    while (last && last.dataset.id && before(item.dataset.id, last.dataset.id)) last = last.previousElementSibling;
    if (last) last.after(item); else list.prepend(item);
  }

  function link(address, label, kind) {
    const line = element("p", "", { className: kind });
    line.append(element("a", label, { href: address }));
    return line;
  }

  // A picture in small, which opens the whole one.
  function picture(file) {
    const line = link(file.url, "", "links");
    line.firstChild.append(element("img", "", { className: "picture", src: file.url + "?preview=true", alt: file.label }));
    return line;
  }
  const pictured = file => (file.type || "").startsWith("image/");

  function choices(reply) {
    const form = element("form", "", { className: "choices", method: "post", action: "/chat" });
    reply.choices.forEach(c => form.append(element("button", c.label, { name: "choice", value: c.id, className: c.id === words.send ? "btn" : "btn-secondary" })));
    return form;
  }

  // Buttons of what was said before a message are no answer to what comes after it: what was offered stays to be read.
  function retire(id) {
    list.querySelectorAll("form.choices").forEach(old => { if (before(old.closest("li").dataset.id, id)) old.replaceWith(offered(old)); });
  }

  function offered(form) {
    const labels = element("ul", "", { className: "offered", ariaLabel: words.offered });
    form.querySelectorAll("button").forEach(button => labels.append(element("li", button.textContent)));
    return labels;
  }

  function show(reply) {
    if (list.querySelector(`[data-id="${reply.id}"]`)) return;
    const follow = atEnd(), item = bubble(reply.id, reply.from, reply.text, reply.speaker, reply.lang);
    const cited = reply.citation;
    if (cited) item.append(link(cited.url + (cited.url.includes("?") ? "&" : "?") + "via=chat", words.source.replace("{0}", cited.title).replace("{1}", date(cited.date)), "source"));
    reply.links.forEach(l => item.append(pictured(l) ? picture(l) : link(l.url, l.label, "links")));
    if (reply.choices.length) {
      retire(reply.id);
      item.append(choices(reply));
    }
    put(item);
    if (before(cursor, reply.id)) cursor = reply.id;
    typing.hidden = true;
    if (busy) return;
    if (follow) item.scrollIntoView({ block: "nearest" }); else news.hidden = false;
  }

  function said(turn, text) {
    retire(String(turn));
    const item = bubble(String(turn), "citizen", text);
    if (!list.querySelector(`[data-id="${turn}"]`)) put(item);
    return item;
  }

  async function ask(address, init) {
    const response = await fetch(address, { method: "POST", ...init });
    const body = await response.json();
    if (!response.ok) throw Object.assign(new Error(body.detail), { status: response.status });
    return body;
  }
  const json = body => ({ headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

  // A phone's photo has more points than anybody looks at, and each megabyte costs its sender credit and time.
  const LARGEST = 1600;
  async function smaller(file) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
    try {
      const image = await createImageBitmap(file), scale = LARGEST / Math.max(image.width, image.height);
      if (scale >= 1) return file;
      const canvas = element("canvas", "", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const drawn = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
      return drawn && drawn.size < file.size ? drawn : file;
    } catch { return file; } // What this browser cannot draw, the desk may.
  }

  async function deliver(what) {
    if (!conversation) conversation = (await ask("/api/chat", json({ cookie: true }))).conversation;
    const address = `/api/chat/${conversation}`;
    if (what.file && !what.body.attachments) {
      const form = new FormData();
      form.append("file", await smaller(what.file), what.file.name);
      what.body.attachments = [(await ask(address + "/attachments", { body: form })).id];
    }
    return ask(address + "/messages", json(what.body));
  }

  // One message at a time; what could not be sent keeps its id, so that the desk hears it once.
  async function send(what) {
    if (busy) return;
    busy = true;
    tell(words.sending);
    try {
      const answer = await deliver(what);
      const mine = said(answer.turn, what.label);
      answer.replies.forEach(show);
      waiting = null;
      sessionStorage.removeItem(UNSENT);
      tell("");
      if (what.sent) what.sent();
      mine.scrollIntoView({ block: "start" });
      if (document.activeElement === document.body) log.focus({ preventScroll: true }); // The pressed button is gone.
    } catch (problem) {
      busy = false;
      if (problem.status === 401 && !what.again) {
        conversation = "";
        delete what.body.attachments;
        return send(Object.assign(what, { again: true }));
      }
      failed(what, problem);
    }
    busy = false;
    listen();
  }

  function failed(what, problem) {
    const ours = !problem.status || problem.status === 429 || problem.status >= 500;
    waiting = what;
    if (what.body.text && what.sent) sessionStorage.setItem(UNSENT, JSON.stringify(what.body));
    tell(ours && problem.status !== 429 && problem.status !== 507 ? "" : problem.message);
    if (ours) status.append(element("button", words.unsent, { type: "button", onclick: () => send(what) }));
  }

  function tell(text) { status.replaceChildren(text); }

  function composed() {
    const text = box.value.trim(), chosen = file.files[0];
    const same = waiting && waiting.sent && waiting.body.text === text && waiting.file === chosen;
    const label = [text, chosen && chosen.name].filter(Boolean).join("\n");
    const sent = () => {
      if (box.value.trim() === text) box.value = "";
      file.value = "";
      chosen && named();
      box.focus({ preventScroll: true });
    };
    return same ? waiting : { body: { clientId: clientId(), text }, file: chosen, label, sent };
  }

  document.addEventListener("submit", event => {
    const form = event.target, button = event.submitter;
    if (form === composer) send(composed());
    else if (form.matches(".choices")) send({ body: { clientId: clientId(), choice: button.value }, label: button.textContent });
    else if (form.id === "chat-person") send({ body: { clientId: clientId(), text: button.value }, label: button.value });
    else return;
    event.preventDefault();
  });

  const attach = file.labels[0], attachWords = attach.textContent;
  const named = () => { attach.textContent = file.files.length ? file.files[0].name : attachWords; };
  file.addEventListener("change", named);
  log.parentElement.classList.add("live");

  box.addEventListener("keydown", event => {
    const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (enter && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      composer.requestSubmit();
    }
  });

  function listen() {
    if (!conversation || stream) return;
    const opened = stream = new EventSource(`/api/chat/${conversation}/events?after=${cursor}`);
    stream.addEventListener("reply", event => show(JSON.parse(event.data)));
    stream.addEventListener("typing", () => {
      typing.hidden = false;
      clearTimeout(quiet);
      quiet = setTimeout(() => { typing.hidden = true; }, 8000);
    });
    stream.onerror = () => {
      if (opened.readyState !== EventSource.CLOSED || stream !== opened) return;
      stream = null;
      setTimeout(listen, 5000 + 5000 * Math.random());
    };
  }

  if ("geolocation" in navigator) {
    place.hidden = false;
    place.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
      ({ coords }) => send({
        body: { clientId: clientId(), location: { lat: coords.latitude, lon: coords.longitude } }, label: words.located }),
      () => tell(words.noplace), { timeout: 15000 }));
  }
  news.addEventListener("click", () => { news.hidden = true; list.lastElementChild.scrollIntoView({ block: "nearest" }); log.focus(); });
  addEventListener("scroll", () => { if (atEnd()) news.hidden = true; }, { passive: true });
  addEventListener("online", () => { if (waiting) send(waiting); });

  const unsent = JSON.parse(sessionStorage.getItem(UNSENT) || "null");
  if (unsent && !box.value) {
    box.value = unsent.text;
    failed(Object.assign(composed(), { body: unsent }), {});
  }
  if (!location.hash && list.children.length > 1) list.lastElementChild.scrollIntoView({ block: "nearest" });
  listen();
})();
