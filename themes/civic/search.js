/* The field in which readers search. What they type stays in it: it is in no address, no title, no history and no store, and it
   is gone when the page is left. What finds pages is in finder.js, which is fetched once somebody is about to type. */
(function () {
  "use strict";
  var SHOWN = 10, MORE = 20, SPEAK = 400;
  var field, find, list, count, more, finder, loading, speaking;
  var typed = "", shown = SHOWN, active = -1, closed = false;

  /** Fetches what finds pages. */
  function load() {
    return loading = loading || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = find.dataset.finder;
      script.onload = function () { done(finder = window.finder(find.dataset.base, document.documentElement.lang)); };
      script.onerror = function () { loading = null; failed(); };
      document.head.appendChild(script);
    });
  }

  /** Finds what is typed and shows it; what has to be fetched first comes later, unless something else is typed by then. */
  function search() {
    var text = field.value;
    if (text !== typed) {
      typed = text;
      shown = SHOWN;
      closed = false;
    }
    if (!finder) return later(load(), text);
    var answer = closed ? null : finder(text, shown);
    if (answer && answer.lacks.length) return later(Promise.all(answer.lacks), text);
    show(answer && answer.found);
  }

  function later(coming, text) {
    coming.then(function () { if (field.value === text) search(); }, function () {
      show(null);
      say(find.dataset.failed);
    });
  }

  function element(name, text, language) {
    var made = document.createElement(name);
    made.textContent = text;
    if (language && language.lang !== document.documentElement.lang) {
      made.lang = language.lang;
      made.dir = language.dir;
    }
    return made;
  }

  /** Shows what was found; nothing where nothing was looked for. */
  function show(answer) {
    var part = document.createDocumentFragment(), found = answer || [];
    found.slice(0, shown).forEach(function (one, at) {
      var link = document.createElement("a"), says = one.says;
      link.href = find.dataset.base + says[0];
      link.id = "find-" + at;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.appendChild(element("strong", says[1], one.language));
      var other = one.language.lang !== document.documentElement.lang;
      if (says[2]) link.appendChild(element("small", says[2], one.language));
      if (other) link.appendChild(element("small", one.language.name, one.language));
      link.appendChild(element("span", says[3], one.language));
      part.appendChild(link);
    });
    list.textContent = "";
    list.appendChild(part);
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    more.hidden = found.length <= shown;
    choose(-1);
    if (!answer) return say("");
    var before = !found.length ? find.dataset.none : found[0].all ? find.dataset.found : find.dataset.some;
    say(found.length ? before + " " + found.length.toLocaleString(document.documentElement.lang) : before);
  }

  /** Says how many were found, once nobody types any more, so that a voice does not begin again with each letter. */
  function say(text) {
    clearTimeout(speaking);
    speaking = setTimeout(function () { if (count.textContent !== text) count.textContent = text; }, text ? SPEAK : 0);
  }

  /** Marks one of what was found; none with -1. */
  function choose(which) {
    var all = list.children;
    if (all[active]) all[active].setAttribute("aria-selected", "false");
    active = which;
    if (!all[active]) return field.removeAttribute("aria-activedescendant");
    all[active].setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  }

  function key(event) {
    var size = list.children.length;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" && closed) { closed = false; search(); }
    else if (event.key === "ArrowDown" && size) choose(active + 1 < size ? active + 1 : 0);
    else if (event.key === "ArrowUp" && size) choose(active > 0 ? active - 1 : size - 1);
    else if (event.key === "Enter" && list.children[active]) list.children[active].click();
    else if (event.key === "Enter" && size) choose(0);
    else if (event.key === "Escape" && size) { closed = true; show(null); }
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  }

  function clear() {
    field.value = typed = "";
    closed = false;
    show(null);
    count.textContent = "";
  }

  function ready() {
    find = document.querySelector(".find");
    field = document.getElementById("find");
    list = document.getElementById("find-list");
    count = document.querySelector(".count");
    more = document.querySelector(".more");
    /* No program of the browser's maker is sent what is typed to better it. */
    field.setAttribute("autocorrect", "off");
    field.setAttribute("writingsuggestions", "false");
    field.hidden = false;
    document.querySelector(".without").hidden = true;
    field.addEventListener("input", search);
    field.addEventListener("keydown", key);
    field.addEventListener("focus", function () { load().catch(function () { /* Typing tries again. */ }); });
    if (location.hash === "#find") field.focus();
    more.addEventListener("click", function () {
      var next = shown;
      shown += MORE;
      search();
      if (list.children[next]) list.children[next].focus();
    });
    addEventListener("pagehide", clear);
    addEventListener("pageshow", function (event) { if (event.persisted || field.value) clear(); });
    document.querySelectorAll("[data-exit]").forEach(function (link) { link.addEventListener("click", clear); });
  }

  document.addEventListener("DOMContentLoaded", ready);
})();
