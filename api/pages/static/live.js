// What happens while somebody looks: a live page hears that something changed, and brings itself up to date.
// A list is renewed (renew.js); of a form somebody is told what happened, and it is sent when there is a connection.
"use strict";

(() => {
  const lane = document.getElementById("live");
  const told = document.getElementById("live-told");
  const words = lane.querySelector("template").content;

  const CALM = 600; // milliseconds of quiet before a page is brought up to date
  const LONGEST = 4000; // and no longer than this after the first change
  const SPREAD = 600; // not everybody at the same moment
  const SILENCE = 40_000; // after which a connection is taken for lost: a sign of life comes every 15 seconds
  const LOST = 3000; // of trying again, before anybody is told
  const HIDDEN = 30_000; // that a window may be out of sight and still hear
  const FRESH = 5000; // since a sign of life, in which nobody need ask for another
  const SHOWN = 12_000; // that a passing message stays

  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  // ---- What is told, in a lane that takes no room from the page.

  const say = (word, fill) => {
    const item = words.querySelector(`[data-word="${word}"]`).cloneNode(true);
    fill?.(item.querySelector("[data-sentence]"), item);
    told.querySelector(`[data-word="${word}"]`)?.remove();
    told.append(item);
    return item;
  };
  const hush = (...named) => named.forEach((word) => told.querySelector(`[data-word="${word}"]`)?.remove());
  const sayInPassing = async (word, fill) => {
    const item = say(word, fill);
    do await wait(SHOWN);
    while (item.matches(":hover, :focus-within"));
    item.remove();
  };
  told.addEventListener("click", (event) => {
    if (event.target.closest("[data-closes]")) event.target.closest("[data-word]").remove();
    if (event.target.closest("[data-drops]")) drop();
  });

  const ask = (address) => fetch(address, { headers: { "Meedoen-Refresh": "true" }, cache: "no-store", signal: AbortSignal.timeout(15_000) });

  const refresh = async () => {
    const answer = await ask(location.href);
    if (answer.status === 204) return signedOut();
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const its = fresh.getElementById("live");
    if (!its) return;
    since = its.dataset.since;
    version = Number(its.dataset.version) || 0;
    const { count, said } = window.meedoen.renew(fresh);
    if (!count) return;
    hush("one", "more");
    sayInPassing(count === 1 ? "one" : "more", (sentence) => {
      sentence.textContent = said ?? sentence.textContent.replace("{count}", count);
    });
  };

  /** A form is never replaced: who did what in its case is told beside it. */
  const tellMeanwhile = async () => {
    const answer = await ask(`/cases/${lane.dataset.case}/meanwhile?since=${lane.dataset.version}`);
    if (answer.status === 204) return signedOut();
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    const newest = Math.max(0, ...[...found.querySelectorAll("[data-version]")].map((one) => Number(one.dataset.version)));
    if (newest <= version) return;
    version = newest;
    say("meanwhile", (sentence) => sentence.replaceWith(...found.childNodes));
  };

  const isList = document.querySelector("[data-live]") !== null;
  let version = Number(lane.dataset.version) || 0;
  let timer = 0;
  let first = 0;
  let isAtIt = false;

  const soon = () => {
    if (isList ? !lane.dataset.refreshes : !lane.dataset.case) return; // nothing here can be brought up to date
    const now = performance.now();
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(bringUpToDate, Math.max(0, Math.min(CALM, first + LONGEST - now)) + Math.random() * SPREAD);
  };
  const bringUpToDate = async () => {
    if (isAtIt) return soon();
    first = 0;
    isAtIt = true;
    try {
      await (isList ? refresh() : tellMeanwhile());
    } catch {
      fail();
    } finally {
      isAtIt = false;
    }
  };

  let sent = null; // the form that is on its way, or waits for the connection

  // ---- The connection: open as long as the page is looked at.

  let source = null;
  let since = lane.dataset.since;
  let isLost = false;
  let isOver = false;
  let wasTyped = false; // while nothing could be kept
  let failures = 0;
  let heardAt = performance.now(); // the page itself was a sign of life
  let hiding = 0;
  let losing = 0;
  let watch = 0;
  let again = 0;

  const close = () => {
    clearTimeout(watch);
    clearTimeout(again);
    source?.close();
    source = null;
  };

  const connect = () => {
    if (source || isOver || document.visibilityState === "hidden") return;
    clearTimeout(again);
    source = new EventSource(`/events?since=${encodeURIComponent(since)}`);
    watch = setTimeout(fail, SILENCE);
    const on = (name, hear) =>
      source.addEventListener(name, (event) => {
        if (event.target === source) hear(event);
      });
    on("here", alive);
    on("reset", () => (alive(), soon()));
    on("change", (event) => {
      alive();
      since = event.lastEventId || since;
      const changed = JSON.parse(event.data);
      if (!lane.dataset.case || (changed.case === lane.dataset.case && changed.version > version)) soon();
    });
    on("signed-out", signedOut);
    on("elsewhere", () => (close(), say("elsewhere")));
    on("end", () => {
      close();
      again = setTimeout(connect, 500 + Math.random() * 1500);
    });
    on("error", fail);
  };

  const alive = () => {
    failures = 0;
    heardAt = performance.now();
    clearTimeout(losing);
    losing = 0;
    clearTimeout(watch);
    watch = setTimeout(fail, SILENCE);
    hush("elsewhere");
    if (isLost) backAgain();
  };

  const fail = () => {
    close();
    if (isOver) return;
    failures += 1;
    again = setTimeout(connect, Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2));
    if (!navigator.onLine) lose();
    else losing ||= setTimeout(lose, LOST);
  };

  const lose = () => {
    if (!isLost && !sent?.waits) say("lost");
    isLost = true;
  };

  const backAgain = () => {
    isLost = false;
    hush("lost");
    if (sent?.waits) return pass();
    sayInPassing("back");
    soon();
    if (wasTyped) document.getElementById("act")?.dispatchEvent(new Event("input")); // so that the draft has it too
    wasTyped = false;
  };

  const signedOut = () => {
    isOver = true;
    close();
    drop();
    hush("lost");
    say("signed-out");
  };

  /** In another window, and as the same person: what was typed here goes on as his. */
  const signedIn = async () => {
    const answer = await ask(location.href).catch(() => null);
    if (!answer?.ok || answer.status === 204) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [token, before] = ["[name=csrf]", ".meedoen-page-header__user"].map((one) => fresh.querySelector(one));
    if (before?.textContent !== document.querySelector(".meedoen-page-header__user")?.textContent) return;
    for (const one of document.querySelectorAll("input[name=csrf]")) one.value = token.value;
    isOver = false;
    hush("signed-out");
    document.getElementById("act")?.dispatchEvent(new Event("input")); // so that the draft has it too
    connect();
  };

  // ---- A form is sent when there is a connection to send it by, and once.

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const isSure = navigator.onLine && !isLost && !isOver && performance.now() - heardAt < FRESH;
    if (form.method !== "post" || event.submitter?.formTarget || sent?.passes || isSure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (sent?.form !== form || sent.waits) send(form, event.submitter);
  }, true);

  const send = async (form, by) => {
    for (const one of [form, by]) one?.setAttribute("data-sending", "true"); // the button of a row stands outside its form
    sent = { form, by };
    const mine = sent;
    const reached = navigator.onLine && (await fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(5000) }).then((answer) => answer.ok, () => false));
    if (sent !== mine) return;
    if (reached) return pass();
    sent.waits = true;
    hush("lost");
    say("kept");
    isLost = true;
    fail();
  };

  const pass = () => {
    const { form, by } = sent;
    drop();
    sent = { form, passes: true };
    form.requestSubmit(by);
    sent = null;
  };

  const drop = () => {
    for (const one of [sent?.form, sent?.by]) one?.removeAttribute("data-sending");
    sent = null;
    hush("kept");
    if (isLost) say("lost");
  };

  window.addEventListener("beforeunload", (event) => {
    if (sent?.waits) event.preventDefault();
  });

  document.addEventListener("input", () => (wasTyped ||= isLost));
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.visibilityState === "hidden") hiding = setTimeout(close, HIDDEN);
    else connect();
  });
  window.addEventListener("focus", () => (isOver ? signedIn() : connect()));
  document.addEventListener("htmx:response:error", ({ detail }) => detail.ctx.response.status === 401 && signedOut());
  window.addEventListener("online", () => (close(), connect()));
  window.addEventListener("offline", fail);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => event.persisted && connect());

  if (Number(lane.dataset.shown) > version) soon();
  connect();
})();
