// What scripts add to the pages; without it everything works all the same.
"use strict";

(() => {
  /** After a form that was not right, start at the summary of what to mend. */
  const focusOnErrors = (root) => root.querySelector(".meedoen-error-summary")?.focus();

  /** A form is sent once, however often its button is pressed. The server knows by the key, this spares the wait. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented || event.submitter?.formTarget) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  /** A document is asked for once somebody opens its place, and stays there. */
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches("[data-preview]:not(:has(> [data-stays]))")) target.append(target.querySelector("template").content.cloneNode(true));
  }, true);

  /** So is what was filled in with an act; the link to it is there until then. */
  const lacks = "[data-asks]:not([aria-busy], :has(> [data-stays]))";
  const put = (place, page) => {
    const found = new DOMParser().parseFromString(page, "text/html").querySelector("[data-stays]");
    if (found) place.append(document.importNode(found, true));
  };
  document.addEventListener("toggle", async ({ target }) => {
    if (!target.open || !target.matches(lacks)) return;
    target.setAttribute("aria-busy", "true");
    const answer = await fetch(target.querySelector("a").href, { headers: { "Meedoen-Refresh": "true" } }).catch(() => null);
    if (answer?.ok) put(target, await answer.text());
    target.removeAttribute("aria-busy");
  }, true);

  /** A print waits for nothing, so what this part of it lacks is asked for at once. */
  window.addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll(lacks)) {
      const asked = new XMLHttpRequest();
      asked.open("GET", place.querySelector("a").href, false);
      asked.setRequestHeader("Meedoen-Refresh", "true");
      try {
        asked.send();
      } catch {
        return; // printed without: there is no connection
      }
      if (asked.status === 200) put(place, asked.responseText);
    }
  });

  /** What was typed since the page last kept it is kept when somebody leaves it or closes its tab. */
  const act = document.getElementById("act");
  const keeps = document.querySelector("[hx-trigger$='from:#act']")?.getAttribute("hx-post");
  let isTyped = false;
  act?.addEventListener("input", () => (isTyped = true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !isTyped || !keeps || act.dataset.sent) return;
    isTyped = false;
    const typed = [...new FormData(act)].filter(([, value]) => typeof value === "string");
    fetch(keeps, { method: "POST", body: new URLSearchParams([...typed, ["keep", "1"]]), keepalive: true }).catch(() => (isTyped = true));
  });

  /** Shortcuts: an element with data-key="x" is clicked or focused by that key; j and k go through the rows of a list. */
  const SWITCH = "meedoen-shortcuts";
  const isOn = () => localStorage.getItem(SWITCH) !== "off";
  const isTyping = (element) => element.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  const step = (by) => {
    const links = [...document.querySelectorAll("[data-row]")].map((row) => row.querySelector("a")).filter(Boolean);
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };

  /** Taking a task by its key loads the list anew; there one goes on at the row that came after it. */
  const NEXT = "meedoen-next-row";
  const here = () => location.pathname + location.search;
  const take = (row) => {
    const button = row?.querySelector("[formaction$='/claim']");
    if (!button) return;
    const next = row.nextElementSibling ?? row.previousElementSibling;
    if (next) sessionStorage.setItem(NEXT, JSON.stringify([here(), next.dataset.same]));
    button.click();
  };
  const goOn = () => {
    const [where, same] = JSON.parse(sessionStorage.getItem(NEXT) ?? "[]");
    sessionStorage.removeItem(NEXT);
    if (where === here()) document.querySelector(`[data-row][data-same="${CSS.escape(same)}"] a`)?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const help = document.getElementById("shortcuts");
    if (!isOn()) return;
    if (event.key === "?" && help) help.open ? help.close() : help.showModal();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "c") take(document.activeElement.closest("[data-row]"));
    else {
      const target = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
      if (!target) return;
      event.preventDefault();
      isTyping(target) ? target.focus() : target.click();
    }
  });

  const showSwitch = () => {
    const box = document.getElementById("shortcuts-on");
    if (!box) return;
    box.checked = isOn();
    box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
  };

  for (const opener of document.querySelectorAll("[data-opens]")) {
    opener.hidden = false;
    opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
  }

  /** The letter beside a form begins at its text: from whom and to whom it is, its reader knows. */
  const HEAD = 0.3; // of the first page
  const toTheText = () => {
    const panel = document.querySelector(".meedoen-so-far__now");
    if (!panel) return;
    const paper = panel.querySelector(":scope > .meedoen-paper");
    if (paper && !panel.dataset.begun) panel.scrollTop = HEAD * paper.offsetHeight;
    panel.dataset.begun = paper ? "true" : ""; // from here on it stays where its reader has it
  };

  showSwitch();
  goOn();
  toTheText();
  focusOnErrors(document);
  document.addEventListener("htmx:after:swap", (event) => {
    focusOnErrors(event.target);
    toTheText();
  });
})();
