/* Leave this site: a press, or Shift three times. The page works without this file. */
(function () {
  var exits = document.querySelectorAll("[data-exit]"), exit = document.querySelector(".exit");
  if (!exit) return;
  var root = document.documentElement, count = 0, alone = false, timer;
  var say = document.body.appendChild(document.createElement("p")), hint = exit.appendChild(document.createElement("small"));
  say.className = "hidden";
  say.setAttribute("role", "status");
  hint.textContent = exit.dataset.hint || "";
  function reset() { count = 0; clearTimeout(timer); say.textContent = ""; }
  function leave(event) {
    if (event) event.preventDefault();
    root.classList.add("left");
    document.title = "\u00a0";
    location.replace(exit.href);
  }
  exits.forEach(function (link) { link.addEventListener("click", leave); });
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
  var title = document.title;
  addEventListener("pageshow", function () { root.classList.remove("left"); document.title = title; reset(); });
})();
