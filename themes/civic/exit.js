/* Leave this site: a press, or Shift three times; and whoever then goes back leaves again, and sees nothing. The page works
   without this file. What it keeps, it keeps in this tab until that is closed: one sign, which says nothing of the page. */
(function () {
  var root = document.documentElement, title, exit, say, count = 0, alone = false, timer;

  function keep(left) {
    try {
      if (left) sessionStorage.setItem("left", "1");
      else sessionStorage.removeItem("left");
    } catch (_) { /* a browser that keeps nothing */ }
  }
  function hasLeft() {
    try { return sessionStorage.getItem("left") === "1"; } catch (_) { return false; }
  }
  /* Back, and a page that the browser has kept as it was, are no wish to see it again; an address or a link is. */
  function isBack() {
    var entry = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
    return Boolean(entry) && entry.type === "back_forward";
  }
  function hide() {
    root.classList.add("left");
    document.title = "\u00a0";
  }
  function leave(event) {
    if (event) event.preventDefault();
    hide();
    keep(true);
    location.replace(exit.href);
  }
  function reset() {
    count = 0;
    clearTimeout(timer);
    say.textContent = "";
  }
  function ready() {
    exit = document.querySelector(".exit");
    if (!exit) return root.classList.remove("left");
    if (root.classList.contains("left")) return leave();
    keep(false);
    title = document.title;
    say = document.body.appendChild(document.createElement("p"));
    say.className = "hidden";
    say.setAttribute("role", "status");
    exit.appendChild(document.createElement("small")).textContent = exit.dataset.hint || "";
    document.querySelectorAll("[data-exit]").forEach(function (link) { link.addEventListener("click", leave); });
    addEventListener("keydown", function (event) {
      alone = event.key === "Shift";
      if (!alone) reset();
    });
    addEventListener("mousedown", function () { alone = false; reset(); });
    addEventListener("keyup", function (event) {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      clearTimeout(timer);
      count += 1;
      if (count > 2) return leave();
      say.textContent = exit.dataset[count === 1 ? "two" : "one"] || "";
      timer = setTimeout(reset, 5000);
    });
    addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      if (hasLeft()) return leave();
      root.classList.remove("left");
      document.title = title;
      reset();
    });
  }
  if (hasLeft() && isBack()) hide();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
