/* Leave this site: a press, or Shift three times. Who then goes back leaves again. One sign is kept in this tab until it is closed. */
(function () {
  var marks = document.documentElement.classList, title = document.title, count = 0, alone, timer, exit, say;
  function sign(left) {
    try {
      if (left === undefined) return sessionStorage.getItem("left");
      return left ? sessionStorage.setItem("left", 1) : sessionStorage.removeItem("left");
    } catch (_) { /* a browser that keeps nothing */ }
  }
  function leave(event) {
    if (event) event.preventDefault();
    marks.add("left");
    document.title = "\u00a0";
    sign(true);
    if (exit) location.replace(exit.href);
  }
  function reset() {
    alone = false;
    count = 0;
    clearTimeout(timer);
    say.textContent = "";
  }
  function ready() {
    exit = document.querySelector(".exit");
    if (!exit) return;
    if (marks.contains("left")) return leave();
    sign(false);
    title = document.title;
    say = document.body.appendChild(document.createElement("p"));
    say.className = "hidden";
    say.setAttribute("role", "status");
    exit.appendChild(document.createElement("small")).textContent = exit.dataset.hint;
    document.querySelectorAll("[data-exit]").forEach(function (link) { link.addEventListener("click", leave); });
    addEventListener("mousedown", reset);
    addEventListener("keydown", function (event) {
      if (event.key !== "Shift") reset();
      else alone = true;
    });
    addEventListener("keyup", function (event) {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      clearTimeout(timer);
      count += 1;
      if (count > 2) return leave();
      say.textContent = exit.dataset[count === 1 ? "two" : "one"];
      timer = setTimeout(reset, 5000);
    });
    addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      if (sign()) return leave();
      marks.remove("left");
      document.title = title;
      reset();
    });
  }
  /* Back is no wish to see the page again; an address or a link is. */
  var way = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  if (sign() && way && way.type === "back_forward") leave();
  document.addEventListener("DOMContentLoaded", ready);
})();
