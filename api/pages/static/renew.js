// A list that is brought up to date: what is there is kept, and only what differs is changed.
// It takes nothing from under anybody's hands: what has the focus, what was typed and what lies open stays as it is.
"use strict";

window.meedoen = window.meedoen ?? {};

(() => {
  const IN_HAND = "input:not([type=hidden]), textarea, select";
  const ITS_OWN = new Set(["open", "data-sent", "data-sending", "data-new"]);
  const STILL = 2500; // milliseconds after which a pointer is not about to press anything
  let pointedAt = -STILL;

  const isTyped = (field) =>
    field.matches("select") ? [...field.options].some((one) => one.selected !== one.defaultSelected)
      : field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked
        : field.value !== field.defaultValue;
  const isInHand = (node) =>
    node.contains(document.activeElement) ||
    (node.nodeType === Node.ELEMENT_NODE &&
      (node.querySelector("details[open] form, [data-sending]") !== null || [...node.querySelectorAll(IN_HAND)].some(isTyped)));
  const isPointedAt = (node) => performance.now() - pointedAt < STILL && node.matches(":hover");

  const keyOf = (node) =>
    node.nodeType === Node.ELEMENT_NODE &&
    (node.dataset.same ?? (node.id || node.getAttribute("action") || node.getAttribute("formaction") || node.getAttribute("aria-labelledby")));
  const isSame = (one, other) => one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
  const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();
  const parts = (node) => [...node.childNodes].filter((one) => !isBlank(one));
  const isProse = (nodes) => nodes.some((one) => one.nodeType === Node.TEXT_NODE) && nodes.length > 1;
  const isRow = (node) => node.nodeType === Node.ELEMENT_NODE && "same" in node.dataset;

  let isLeftOver = false; // something could not be changed now

  /** Make a node as the fresh one is. What somebody folded out or typed is his. */
  const renew = (old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.data = fresh.data;
      return;
    }
    if (old.matches("input, textarea, select")) return;
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && !(name === "value" && old.matches("button"))) old.setAttribute(name, value); // its key
    }
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !ITS_OWN.has(name)) old.removeAttribute(name);
    }
    renewParts(old, fresh);
  };

  /** Put a node before another of the same parent, and the focus back where a browser loses it. */
  const move = (node, at) => {
    const held = document.activeElement;
    const { parentNode: parent } = node;
    (parent.moveBefore ?? parent.insertBefore).call(parent, node, at);
    if (node.contains(held) && held !== document.activeElement) held.focus({ preventScroll: true });
  };

  const renewParts = (old, fresh) => {
    const mine = parts(old);
    const theirs = parts(fresh);
    if (isProse(mine) || isProse(theirs)) {
      if (mine.length === theirs.length && mine.every((one, at) => isSame(one, theirs[at]))) mine.forEach((one, at) => renew(one, theirs[at]));
      else if (isInHand(old)) isLeftOver = true;
      else old.replaceChildren(...[...fresh.childNodes].map((one) => document.importNode(one, true)));
      return;
    }
    const pairs = theirs.map((next) => {
      const at = mine.findIndex((one) => isSame(one, next));
      return [at < 0 ? null : mine.splice(at, 1)[0], next];
    });
    const holdsStill = [...theirs, ...mine].some(isRow) && isPointedAt(old); // no row moves under a pointer
    const stays = new Set(mine.filter((one) => !leave(one, holdsStill)));
    let at = old.firstChild;
    for (const [was, next] of pairs) {
      while (at && (isBlank(at) || stays.has(at))) at = at.nextSibling;
      if (was) renew(was, next);
      if (was && was === at) at = at.nextSibling;
      else if (holdsStill) isLeftOver = true;
      else if (was) move(was, at);
      else {
        const come = old.insertBefore(document.importNode(next, true), at);
        if (isRow(come)) come.dataset.new = "";
      }
    }
  };

  /** Take away what is no longer there; while somebody is at it, it says so itself and goes later. */
  const leave = (node, holdsStill) => {
    if ("stays" in (node.dataset ?? {})) return false; // a script put it there
    if (!holdsStill && !isInHand(node)) {
      node.remove();
      return true;
    }
    isLeftOver = true;
    const gone = document.querySelector("#live template").content.querySelector("[data-word=gone]");
    for (const row of [node, ...(node.querySelectorAll?.("[data-same]") ?? [])].filter(isRow)) {
      if (!row.querySelector("[data-word=gone]")) row.firstElementChild.append(gone.cloneNode(true));
    }
    return false;
  };

  // ---- What changed, in numbers: by what the server said before and what it says now.

  const rowsIn = (root) =>
    new Map([...root.querySelectorAll("[data-live] [data-said]")].map((row) => [row.dataset.same, row.textContent.replace(/\s+/g, " ")]));
  let before = rowsIn(document);
  let latest = null;
  let timer = 0;

  /** How many rows changed, and what the one says when it is one alone. */
  const changesIn = (fresh) => {
    const now = rowsIn(fresh);
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((key) => before.get(key) !== now.get(key));
    before = now;
    const row = changed.length === 1 ? fresh.querySelector(`[data-said][data-same="${CSS.escape(changed[0])}"]`) : null;
    return { count: changed.length, said: row?.dataset.said ? `${row.dataset.said}: ${row.firstElementChild.textContent}` : null };
  };

  /** Bring the page up to date with a fresh one, as far as nobody is at it; the rest follows. */
  const show = () => {
    isLeftOver = false;
    for (const old of document.querySelectorAll("[data-live]")) {
      const fresh = latest.getElementById(old.id);
      if (fresh) renew(old, fresh);
    }
    clearTimeout(timer);
    if (isLeftOver) timer = setTimeout(show, STILL / 2);
  };

  document.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") pointedAt = performance.now();
  }, { passive: true });

  window.meedoen.renew = (fresh) => {
    for (const row of document.querySelectorAll("[data-new]")) delete row.dataset.new;
    latest = fresh;
    show();
    return changesIn(fresh);
  };
})();
