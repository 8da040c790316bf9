/* The desk's keyboard, drafts and live view. Every action here also has a control on the page. */
"use strict";

(() => {
  const $ = (selector) => document.querySelector(selector);
  const shown = () => $("#ticket").dataset.code;

  // Pages with citizens' words are not kept in the browser's store; going back reads them again.
  if (window.htmx) {
    htmx.config.historyCacheSize = 0;
    htmx.config.refreshOnHistoryMiss = true;
  }

  /* Keyboard */

  const rows = () => [...document.querySelectorAll("#list .row")];

  function move(step) {
    const all = rows();
    if (all.length === 0) {
      return;
    }
    const at = all.indexOf(document.activeElement);
    const from = at >= 0 ? at : all.findIndex((row) => row.getAttribute("aria-current"));
    const next = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(from + step, 0), all.length - 1);
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  function write(kind) {
    const tab = $("#write-" + kind);
    if (tab) {
      tab.checked = true;
      $("#" + kind + "-text").focus();
    }
  }

  function sheet(id) {
    const panel = $("#" + id);
    if (panel && !panel.matches(":popover-open")) {
      document.querySelectorAll(".sheet:popover-open").forEach((open) => open.hidePopover());
      panel.showPopover();
    }
  }

  // A sheet looks modal, so it is: what lies behind it takes no focus and no click.
  function modal() {
    const open = $(".sheet:popover-open");
    document.querySelectorAll("[data-behind]").forEach((other) => {
      other.inert = false;
      delete other.dataset.behind;
    });
    for (let node = open; node && node !== document.body; node = node.parentElement) {
      [...node.parentElement.children].filter((other) => other !== node && !other.inert).forEach((other) => {
        other.inert = true;
        other.dataset.behind = "";
      });
    }
    if (open) {
      open.setAttribute("aria-modal", "true");
    }
  }
  document.addEventListener("toggle", modal, true);
  document.addEventListener("htmx:afterSettle", modal);

  const does = {
    reply: () => write("reply"),
    note: () => write("note"),
    assign: () => sheet("assign"),
    pass: () => sheet("move"),
    close: () => sheet("close"),
    search: () => $("#search").focus(),
    keys: () => sheet("keys"),
    commands: () => sheet("commands"),
    next: () => move(1),
    previous: () => move(-1),
  };

  const letters = {
    j: "next",
    k: "previous",
    r: "reply",
    n: "note",
    a: "assign",
    m: "pass",
    e: "close",
    "/": "search",
    "?": "keys",
  };

  const lettersOn = () => localStorage.getItem("pendopo.keys") !== "off";
  const typing = (target) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      does.commands();
    } else if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if (event.key === "Escape" && typing(event.target) && !event.target.closest(".sheet")) {
      event.target.blur();
      (rows().find((row) => row.getAttribute("aria-current")) || $(".list")).focus();
    } else if (plain(event) && letters[event.key.toLowerCase()]) {
      event.preventDefault();
      does[letters[event.key.toLowerCase()]]();
    }
  });

  function plain(event) {
    return (
      lettersOn() &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !typing(event.target) &&
      !$(".sheet:popover-open")
    );
  }

  $("#keys-on").checked = lettersOn();
  $("#keys-on").addEventListener("change", (event) =>
    localStorage.setItem("pendopo.keys", event.target.checked ? "on" : "off"),
  );

  /* Command list */

  function filter() {
    const words = $("#command").value.toLowerCase();
    const items = [...document.querySelectorAll("#command-list > li")];
    items.forEach((item) => {
      const needs = item.dataset.needs;
      item.hidden = (needs && !$("#" + needs)) || !item.textContent.toLowerCase().includes(words);
    });
    $("#command-none").hidden = items.some((item) => !item.hidden);
  }

  const offered = () => [...document.querySelectorAll("#command-list > li:not([hidden]) > *")];

  $("#command").addEventListener("input", filter);
  $("#commands").addEventListener("keydown", (event) => {
    const all = offered();
    const at = all.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target.id === "command" && all.length > 0) {
      event.preventDefault();
      all[0].click();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
      (next || $("#command")).focus();
    }
  });
  $("#commands").addEventListener("toggle", (event) => {
    if (event.newState === "open") {
      $("#command").value = "";
      filter();
    }
  });

  document.addEventListener("click", (event) => {
    const command = event.target.closest("[data-does]");
    const insert = event.target.closest("[data-insert]");
    if (command) {
      $("#commands").hidePopover();
      does[command.dataset.does]();
    } else if (event.target.closest("#commands a")) {
      $("#commands").hidePopover();
    } else if (insert) {
      event.preventDefault();
      event.stopPropagation();
      put(insert.dataset.insert);
    }
  }, true);

  function put(words) {
    write("reply");
    const box = $("#reply-text");
    box.setRangeText((box.value.trim() === "" ? "" : "\n\n") + words, box.value.length, box.value.length, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* Drafts: what was typed is there again after a reload, until it was sent. */

  const draftKey = (form) => "pendopo.draft." + shown() + "." + form.dataset.draft;

  function restoreDrafts() {
    document.querySelectorAll("[data-draft]").forEach((form) => {
      const saved = localStorage.getItem(draftKey(form));
      const box = form.elements.text;
      if (saved && box.value === "") {
        box.value = saved;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }

  document.addEventListener("input", (event) => {
    const form = event.target.name === "text" && event.target.closest("[data-draft]");
    if (form && event.target.value.trim() !== "") {
      localStorage.setItem(draftKey(form), event.target.value);
    } else if (form) {
      localStorage.removeItem(draftKey(form));
    }
  });

  document.addEventListener("submit", (event) => {
    if (!window.htmx && event.target.matches("[data-draft]")) {
      localStorage.removeItem(draftKey(event.target));
    }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    // The server's refusals (stale, empty, too long) are pages too: they show why and keep the text.
    if ([409, 422].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    } else if (event.detail.requestConfig.elt.matches("[data-draft]") && event.detail.xhr.status === 200) {
      localStorage.removeItem(draftKey(event.detail.requestConfig.elt));
    }
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target && event.detail.target.id === "ticket") {
      ready();
      const first = $("#changed") || $("#ticket-title");
      if (first) {
        first.focus({ preventScroll: true });
      }
    }
  });

  function ready() {
    restoreDrafts();
    const talk = $("#talk");
    if (talk) {
      talk.scrollTop = talk.scrollHeight;
    }
  }

  /*
   * Emergencies that nobody has taken: counted in the title, and heard as soon as the browser lets the page make a sound,
   * which is after somebody touched it. Until then the list says so.
   */

  const AGAIN = 3000;
  let sound;

  const ringing = () => Number(($("#alarms") || { dataset: {} }).dataset.ringing || 0);
  const heard = () => Boolean(sound) && sound.state === "running";

  function alarms() {
    const plainTitle = document.title.replace(/^\(\d+\) ! /, "");
    document.title = ringing() > 0 ? "(" + ringing() + ") ! " + plainTitle : plainTitle;
    if ($("#alarms-silent")) {
      $("#alarms-silent").hidden = heard() || ringing() === 0;
    }
  }

  function tone(at, hertz) {
    const voice = sound.createOscillator();
    const volume = sound.createGain();
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
    voice.connect(volume).connect(sound.destination);
    voice.start(at);
    voice.stop(at + 0.4);
  }

  function allow() {
    if (window.AudioContext) {
      sound = sound || new AudioContext();
      sound.resume().then(alarms);
    }
  }

  ["click", "keydown"].forEach((touch) => document.addEventListener(touch, allow));
  document.addEventListener("htmx:afterSettle", alarms);
  document.addEventListener("DOMContentLoaded", alarms);
  setInterval(() => {
    if (ringing() > 0 && heard()) {
      tone(sound.currentTime, 880);
      tone(sound.currentTime + 0.5, 660);
    }
  }, AGAIN);

  /* Live: an event says "look again", the page is always read from the server. */

  const live = $("#live");
  let waiting;
  let missed = false;

  function look() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const talk = $("#talk");
      const last = talk && talk.scrollTop + talk.clientHeight > talk.scrollHeight - 40;
      const before = document.querySelectorAll("#thread > li").length;
      htmx.ajax("GET", location.pathname + location.search, { source: live, target: live, swap: "none" }).then(() => {
        if (talk && last) {
          talk.scrollTop = talk.scrollHeight;
        }
        arrived(before);
        alarms();
      });
    }, 100);
  }

  function arrived(before) {
    const items = [...document.querySelectorAll("#thread > li")];
    if (before === 0 || items.length <= before) {
      return;
    }
    items.slice(before).forEach((item) => item.classList.add("arrived"));
    $("#announce").textContent = $("#announce").dataset.news;
    const version = $("#ticket-head").dataset.version;
    document.querySelectorAll(".ticket form[data-draft]").forEach((form) => {
      // Whoever is writing keeps the version that he saw: the server then shows what came between.
      if (form.elements.version && form.elements.text.value === "") {
        form.elements.version.value = version;
      } else if (form.elements.text.value !== "" && form.dataset.draft === "reply") {
        $("#news-since").hidden = false;
      }
    });
  }

  function listen() {
    const events = new EventSource(live.dataset.events);
    events.addEventListener("ticket", look);
    events.onopen = () => {
      $("#connection").hidden = true;
      if (missed) {
        look();
      }
      missed = false;
    };
    events.onerror = () => {
      missed = true;
      setTimeout(() => ($("#connection").hidden = !missed), 3000);
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(listen, 5000);
      }
    };
  }

  document.addEventListener("htmx:sendError", () => ($("#connection").hidden = false));
  document.addEventListener("htmx:responseError", (event) => {
    // The open ticket is with somebody else by now: the list says so.
    if (event.detail.xhr.status === 404 && event.detail.requestConfig.elt === live && shown()) {
      location.assign(live.dataset.events.replace(/\/events$/, "") + "?gone=" + shown());
    } else {
      $("#connection").hidden = false;
    }
  });

  if (window.htmx && window.EventSource) {
    listen();
  }
  // After htmx has found its elements, so that a restored draft is metered.
  document.addEventListener("DOMContentLoaded", ready);
})();
