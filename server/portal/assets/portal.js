// What script adds to pages that are complete without it: suggestions, sharing, frames as high as their contents.
(() => {
  const form = document.querySelector("form.find[data-index]");
  if (form) {
    const input = form.querySelector("input");
    const { index, place } = form.dataset;
    const isServed = index.includes("?");
    const list = form.appendChild(
      Object.assign(document.createElement("ul"), { className: "suggestions", hidden: true }),
    );
    let wanted = "";
    let all;
    const fold = (text) => text.toLowerCase();
    const find = async (text) => {
      if (isServed) return (await fetch(index + encodeURIComponent(text))).json();
      all ??= fetch(index).then((answer) => answer.json());
      return (await all)
        .filter(([code, name]) => fold(name).includes(fold(text)) || code.startsWith(text))
        .slice(0, 8)
        .map(([code, name, of]) => ({ code, name, of }));
    };
    const show = async () => {
      wanted = input.value.trim();
      const asked = wanted;
      const places = asked === "" ? [] : await find(asked).catch(() => []);
      if (asked !== wanted) return;
      list.replaceChildren(
        ...places.map(({ code, name, of }) => {
          const link = Object.assign(document.createElement("a"), {
            href: place.replace("CODE", encodeURIComponent(code)),
          });
          link.append(Object.assign(document.createElement("b"), { textContent: name }), ` ${of}`);
          const item = document.createElement("li");
          item.append(link);
          return item;
        }),
      );
      list.hidden = places.length === 0;
    };
    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(show, 120);
    });
    form.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape") list.hidden = true;
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      (links[at + (event.key === "ArrowDown" ? 1 : -1)] ?? input).focus();
    });
    if (!isServed)
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void show().then(() => list.querySelector("a")?.focus());
      });
  }
  // The code for other pages names this host, which a server that is told no address of its own does not know.
  for (const code of document.querySelectorAll("#code, #picture"))
    code.value = code.value.replace('src="/', `src="${location.origin}/`);
  for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.share({ title: document.title, url: location.href }).catch(() => {}),
    );
  }
  if (window.parent !== window && document.body.classList.contains("embed"))
    new ResizeObserver(() =>
      window.parent.postMessage(
        { villageLensHeight: Math.ceil(document.documentElement.getBoundingClientRect().height) },
        "*",
      ),
    ).observe(document.body);
  addEventListener("message", ({ source, data }) => {
    for (const frame of document.querySelectorAll("iframe[data-village-lens]"))
      if (frame.contentWindow === source && data?.villageLensHeight)
        frame.style.height = `${data.villageLensHeight}px`;
  });
})();
