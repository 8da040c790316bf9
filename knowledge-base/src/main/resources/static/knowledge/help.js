// The help centre with a little more comfort; every page works without this file.
(() => {
  "use strict";

  const search = document.getElementById("search");
  if (search) {
    const field = search.elements.q;
    const results = document.getElementById("results");
    const announcement = document.getElementById("announcement");
    const fewest = 3;
    let timer;
    let running;
    let shown = field.value.trim();

    const show = (q, html) => {
      shown = q;
      results.innerHTML = html;
      const section = results.firstElementChild;
      announcement.textContent = section ? section.dataset.say : "";
      history.replaceState(null, "", q ? search.action + "?q=" + encodeURIComponent(q) : search.action);
    };

    const look = async () => {
      const q = field.value.trim();
      if (running) running.abort();
      if (q === shown) return;
      if (q.length < fewest) return show("", "");
      const mine = new AbortController();
      running = mine;
      results.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(search.dataset.results + "&q=" + encodeURIComponent(q), { signal: mine.signal });
        if (answer.ok && !answer.redirected) show(q, await answer.text());
      } catch (stopped) {
        // Overtaken by the next letter, or offline: what is shown stays, and the button still works.
      }
      if (running === mine) results.removeAttribute("aria-busy");
    };

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, 250);
    });
  }

  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const listen = document.getElementById("listen");
  const speech = window.speechSynthesis;
  if (listen && speech && window.SpeechSynthesisUtterance) {
    let reading = false;
    const say = (on) => {
      reading = on;
      listen.textContent = on ? listen.dataset.stop : listen.dataset.start;
    };
    // Hardly any browser speaks Javanese or Sundanese; an Indonesian voice is understood.
    const tongues = { jv: ["jv", "id"], su: ["su", "id"] }[listen.dataset.language] || [listen.dataset.language];
    const voice = () => tongues
      .map((tongue) => speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(tongue)))
      .find((one) => one);

    // Sentence by sentence: some browsers fall silent in the middle of a long text.
    const sentences = () => (listen.dataset.words.match(/[^.!?]+[.!?]*\s*/g) || []).map((words) => {
      const sentence = new SpeechSynthesisUtterance(words.trim());
      const fitting = voice();
      sentence.lang = fitting ? fitting.lang : tongues[tongues.length - 1];
      if (fitting) sentence.voice = fitting;
      return sentence;
    });

    listen.hidden = false;
    listen.addEventListener("click", () => {
      speech.cancel();
      if (reading) return say(false);
      const spoken = sentences();
      const last = spoken[spoken.length - 1];
      last.onend = () => say(false);
      spoken.forEach((sentence) => {
        sentence.onerror = () => say(false);
        speech.speak(sentence);
      });
      say(true);
    });
    addEventListener("pagehide", () => speech.cancel());
  }
})();
