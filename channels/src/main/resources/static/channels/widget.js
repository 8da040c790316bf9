// The desk's chat on any site: <script src="https://DESK/widget.js" data-account="web" data-lang="id" defer></script>
"use strict";
(() => {
  const script = document.currentScript, desk = new URL(script.src).origin;
  const account = script.dataset.account || "web";
  const lang = script.dataset.lang || (document.documentElement.lang.startsWith("en") ? "en" : "id");
  const SEND = "form:send";
  const KEY = `pendopo-chat:${desk}:${account}`;
  const WORDS = {
    id: {
      open: "Tanya kami", close: "Tutup", title: "Tanya", log: "Percakapan", label: "Pesan Anda", send: "Kirim pesan", offered: "Pilihan tadi", person: "Bicara dengan petugas",
      say: "petugas", bot: "Asisten", agent: "Petugas", desk: "Layanan", citizen: "Anda", source: "Sumber: {0}, versi {1}",
      greeting: "Selamat datang. Tulis pertanyaan Anda, “lapor” untuk melaporkan masalah, “status” untuk melihat tiket, atau “petugas” untuk bicara dengan orang.",
      unsent: "Belum terkirim, coba lagi", foreign: "Obrolan belum diizinkan di situs ini. Buka halaman obrolan kami:", sending: "Mengirim…", typing: "Sedang menulis…", files: "lampiran", place: "Lokasi dibagikan", locale: "id",
    },
    en: {
      open: "Ask us", close: "Close", title: "Ask", log: "Conversation", label: "Your message", send: "Send message", offered: "What was offered", person: "Speak with a person",
      say: "agent", bot: "Assistant", agent: "Agent", desk: "Service", citizen: "You", source: "Source: {0}, version {1}",
      greeting: "Welcome. Write your question, “report” to report a problem, “status” to see your ticket, or “agent” to speak with a person.",
      unsent: "Not sent yet, try again", foreign: "This site may not show our chat yet. Open our own chat page:", sending: "Sending…", typing: "Writing…", files: "attachments", place: "Location shared", locale: "en-GB",
    },
  };
  const words = WORDS[lang] || WORDS.id;
  const STYLE = `
    :host { all: initial; --ground: #faf8f4; --surface: #fff; --ink: #1f1b16; --soft: #5c554a; --teak: #7a4317; --leaf: #0b6340; --on: #fff; --brick: #a3261b; --line: #ddd6ca; }
    @media (prefers-color-scheme: dark) { :host { --ground: #16140f; --surface: #201d17; --ink: #f2eee6; --soft: #b5ad9f; --teak: #d9a06b; --leaf: #63c493; --on: #10221a; --brick: #f08a7e; --line: #3a352b; } }
    * { box-sizing: border-box; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
    [hidden] { display: none !important; }
    :focus-visible { outline: 3px solid var(--leaf); outline-offset: 2px; }
    button { min-height: 44px; padding: 8px 18px; border: 2px solid var(--leaf); border-radius: 10px; background: var(--leaf); color: var(--on); font-weight: 700; cursor: pointer; }
    .plain { background: transparent; color: var(--leaf); }
    .link { border: 0; padding: 0; background: transparent; color: var(--leaf); text-decoration: underline; }
    .launch { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; box-shadow: 0 2px 12px #0005; }
    .panel { position: fixed; right: 16px; bottom: 16px; z-index: 2147483001; width: min(24rem, calc(100vw - 32px)); height: min(36rem, calc(100vh - 32px)); display: flex; flex-direction: column; background: var(--ground); color: var(--ink); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 4px 24px #0006; }
    header { display: flex; align-items: center; justify-content: space-between; padding: 4px 12px; border-bottom: 1px solid var(--line); }
    h2 { margin: 0; font-size: 20px; font-weight: 700; }
    .log { flex: 1; overflow-y: auto; padding: 12px; }
    ol { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 12px; }
    li { max-width: 92%; align-self: flex-start; padding: 8px 12px; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; }
    li.citizen { align-self: flex-end; background: var(--teak); border-color: var(--teak); color: var(--ground); }
    li.agent { border-left: 6px solid var(--leaf); }
    li p { margin: 0; }
    .who { font-size: 14px; font-weight: 700; color: var(--soft); }
    .citizen .who { color: inherit; }
    .words { white-space: pre-line; }
    a { display: inline-block; padding: 10px 0; font-size: 14px; color: var(--leaf); text-underline-offset: 3px; }
    img { display: block; max-width: 100%; max-height: 16rem; border-radius: 10px; }
    ul { list-style: none; margin: 8px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 8px; }
    ul li { max-width: none; padding: 2px 12px; border-style: dashed; color: var(--soft); font-size: 14px; }
    .panel:has(.choices .send) form button { background: transparent; color: var(--leaf); }
    .choices { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
    form { padding: 4px 12px 12px; border-top: 1px solid var(--line); }
    .row { display: flex; align-items: center; justify-content: space-between; gap: 8px; }
    label { font-weight: 700; }
    textarea { width: 100%; min-height: 56px; padding: 8px 12px; margin-bottom: 8px; color: inherit; background: var(--surface); border: 2px solid var(--soft); border-radius: 10px; resize: vertical; }
    .typing { margin: 0; padding: 0 12px; font-size: 14px; color: var(--soft); }
    .status { padding: 0 12px; color: var(--brick); font-weight: 700; }
    .status button { border-color: var(--brick); color: var(--brick); background: transparent; }
    @media (max-width: 30rem) { .panel { right: 0; bottom: 0; width: 100vw; height: 100%; border-radius: 0; } }`;

  const make = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const box = make("textarea", { id: "say", rows: 2, maxLength: 4000 });
  const list = make("ol");
  const log = make("div", { className: "log", tabIndex: 0 }, list);
  const typing = make("p", { className: "typing", hidden: true }, words.typing);
  const status = make("div", { className: "status" });
  const person = make("button", { type: "button", className: "link" }, words.person);
  const composer = make("form", {},
    make("div", { className: "row" }, make("label", { htmlFor: "say" }, words.label), person),
    box, make("div", { className: "row" }, status, make("button", {}, words.send)));
  const close = make("button", { type: "button", className: "link" }, words.close);
  const panel = make("section", { className: "panel", hidden: true },
    make("header", {}, make("h2", { id: "title" }, words.title), close), log, typing, composer);
  const launch = make("button", { type: "button", className: "launch" }, words.open);
  Object.entries({ role: "log", "aria-live": "polite", "aria-label": words.log }).forEach(([k, v]) => log.setAttribute(k, v));
  Object.entries({ role: "dialog", "aria-labelledby": "title" }).forEach(([k, v]) => panel.setAttribute(k, v));
  status.setAttribute("role", "status");
  launch.setAttribute("aria-haspopup", "dialog");

  let session = null, cursor = "0.0", reading = null, busy = false, waiting = null, filled = false, quiet = 0;
  try { session = JSON.parse(localStorage.getItem(KEY)); } catch { /* The site forbids storage: the chat lasts as long as the page. */ }
  const keep = value => {
    session = value;
    try { value ? localStorage.setItem(KEY, JSON.stringify(value)) : localStorage.removeItem(KEY); } catch { /* as above */ }
  };

  const clientId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("");
  const order = id => { const [turn, part = "-1"] = id.split("."); return [+turn, +part]; };
  const before = (a, b) => { const [s, p] = order(a), [t, q] = order(b); return s < t || (s === t && p < q); };
  const date = iso => new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  const base = () => `${desk}/api/chat/${session.conversation}`;
  const proof = () => ({ Authorization: `Bearer ${session.token}` });

  async function ask(address, init) {
    const response = await fetch(address, init), body = await response.json();
    if (!response.ok) throw Object.assign(new Error(body.detail), { status: response.status });
    return body;
  }
  const post = (address, body, headers) =>
    ask(address, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

  function link(label, address) {
    const own = address.startsWith("/api/chat/");
    const made = make("a", { href: new URL(address, desk).href, target: "_blank", rel: "noopener" }, label);
    if (own) made.addEventListener("click", event => { event.preventDefault(); download(made.href); });
    return make("p", {}, made);
  }

  // Files are opened with the token, which no address may carry.
  async function download(address) {
    const response = await fetch(address, { headers: proof() });
    if (!response.ok) return;
    const url = URL.createObjectURL(await response.blob());
    make("a", { href: url, download: "" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  // Its words stay where the picture cannot be had, or the site's own policy forbids it.
  function picture(file) {
    const line = link(file.label, file.url), shown = make("img", { alt: file.label });
    fetch(new URL(file.url, desk).href + "?preview=true", { headers: proof() })
      .then(response => response.ok ? response.blob() : Promise.reject(response.status))
      .then(blob => new Promise((done, failed) => {
        shown.onload = done;
        shown.onerror = failed;
        shown.src = URL.createObjectURL(blob);
      }))
      .then(() => line.firstChild.replaceChildren(shown), () => {})
      .finally(() => URL.revokeObjectURL(shown.src));
    return line;
  }

  function put(id, from, text, said) {
    if (list.querySelector(`[data-id="${id}"]`)) return;
    const follow = log.scrollTop + log.clientHeight >= log.scrollHeight - 80;
    const who = words[from] + (said && said.speaker ? " " + said.speaker : "");
    const item = make("li", { className: from }, make("p", { className: "who" }, who), make("p", { className: "words", ...(said && said.lang && { lang: said.lang }) }, text));
    item.dataset.id = id;
    if (said) extras(item, said);
    list.querySelectorAll(".choices").forEach(old => { if (before(old.parentNode.dataset.id, id.split(".")[0])) old.replaceWith(offered(old)); });
    let last = list.lastElementChild;
    while (last && last.dataset.id && before(id, last.dataset.id)) last = last.previousElementSibling;
    if (last) last.after(item); else list.prepend(item);
    if (said && before(cursor, id)) cursor = id;
    typing.hidden = true;
    if (follow || from === "citizen") item.scrollIntoView({ block: from === "citizen" ? "start" : "nearest" });
  }

  // What was offered stays to be read.
  function offered(row) {
    const labels = make("ul", { ariaLabel: words.offered });
    row.querySelectorAll("button").forEach(button => labels.append(make("li", {}, button.textContent)));
    return labels;
  }

  function extras(item, said) {
    const cited = said.citation;
    if (cited) item.append(link(words.source.replace("{0}", cited.title).replace("{1}", date(cited.date)), cited.url + (cited.url.includes("?") ? "&" : "?") + "via=chat"));
    said.links.forEach(l => item.append((l.type || "").startsWith("image/") ? picture(l) : link(l.label, l.url)));
    if (!said.choices.length) return;
    const row = make("div", { className: "choices" });
    said.choices.forEach(c => row.append(make("button", {
      type: "button", className: c.id === SEND ? "send" : "plain", onclick: () => send({ body: { clientId: clientId(), choice: c.id }, label: c.label }),
    }, c.label)));
    item.append(row);
  }
  const show = reply => put(reply.id, reply.from, reply.text, reply);

  async function send(what) {
    if (busy) return;
    busy = true;
    status.replaceChildren(words.sending);
    try {
      if (!session) keep(await post(`${desk}/api/chat`, { account, lang }));
      const answer = await post(`${base()}/messages`, what.body, proof());
      put(String(answer.turn), "citizen", what.label);
      answer.replies.forEach(show);
      waiting = null;
      status.replaceChildren();
      if (!shadow.activeElement) log.focus({ preventScroll: true }); // The pressed button is gone.
      if (what.typed && box.value.trim() === what.label) box.value = "";
      busy = false;
      listen();
    } catch (problem) {
      busy = false;
      if (problem.status === 401 && !what.again) { over(); return send(Object.assign(what, { again: true })); }
      failed(what, problem);
    }
  }

  function failed(what, problem) {
    const later = !problem.status || problem.status === 429 || problem.status >= 500;
    waiting = what;
    status.replaceChildren(problem.status && problem.status < 500 ? problem.message : "");
    if (later) status.append(make("button", { type: "button", onclick: () => send(what) }, words.unsent));
    if (!problem.status && !session) refused();
  }

  // The desk answers, but not to this site: its origin is not among the account's.
  async function refused() {
    try { await fetch(`${desk}/livez`, { mode: "no-cors" }); } catch { return; }
    console.warn(`The account "${account}" does not list this site in allowed-origins: ${location.origin}`);
    status.replaceChildren(words.foreign, link(words.title, "/chat"));
  }

  function over() { keep(null); cursor = "0.0"; }

  async function history() {
    if (!session || filled) return;
    try {
      const { messages } = await ask(`${base()}/messages`, { headers: proof() });
      filled = true;
      messages.forEach(m => m.from === "citizen"
        ? put(m.id, m.from, [m.text, m.located && words.place, m.files && `${m.files} ${words.files}`].filter(Boolean).join("\n"))
        : show(m));
    } catch (problem) { if (problem.status === 401) over(); }
  }

  // Reads events by fetch, which can prove itself by a header; comes back with the last event that it saw.
  async function listen() {
    if (!session || reading || panel.hidden) return;
    const stop = reading = new AbortController();
    try {
      const response = await fetch(session.events, { headers: { ...proof(), "Last-Event-ID": cursor }, signal: stop.signal });
      if (response.status === 401) over();
      else if (response.ok) await events(response.body.pipeThrough(new TextDecoderStream()).getReader());
    } catch { /* The line broke; the next try is below. */ }
    if (reading !== stop) return;
    reading = null;
    setTimeout(listen, 3000 + 3000 * Math.random());
  }

  async function events(reader) {
    for (let text = ""; ;) {
      const { value, done } = await reader.read();
      if (done) return;
      const parts = (text + value).split("\n\n");
      text = parts.pop();
      parts.forEach(happened);
    }
  }

  function happened(event) {
    const field = name => (event.split("\n").find(line => line.startsWith(name + ": ")) || "").slice(name.length + 2);
    if (field("event") === "reply") show(JSON.parse(field("data")));
    if (field("event") !== "typing") return;
    typing.hidden = false;
    clearTimeout(quiet);
    quiet = setTimeout(() => { typing.hidden = true; }, 8000);
  }

  function open() {
    panel.hidden = false;
    launch.hidden = true;
    if (!list.children.length) list.append(make("li", { className: "bot" }, make("p", { className: "who" }, words.bot), make("p", {}, words.greeting)));
    box.focus();
    history().then(listen);
  }

  function shut() {
    panel.hidden = true;
    launch.hidden = false;
    launch.focus();
    const stop = reading;
    reading = null;
    if (stop) stop.abort();
  }

  composer.addEventListener("submit", event => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) { box.focus(); return; }
    send(waiting && waiting.typed && waiting.label === text ? waiting : { body: { clientId: clientId(), text }, label: text, typed: true });
  });
  box.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    composer.requestSubmit();
  });
  person.addEventListener("click", () => send({ body: { clientId: clientId(), text: words.say }, label: words.say }));
  panel.addEventListener("keydown", event => { if (event.key === "Escape") shut(); });
  close.addEventListener("click", shut);
  launch.addEventListener("click", open);
  addEventListener("online", () => { if (waiting) send(waiting); });

  const host = make("div"), shadow = host.attachShadow({ mode: "open" }), sheet = new CSSStyleSheet();
  host.lang = lang;
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(launch, panel);
  (document.body || document.documentElement).append(host);
})();
