// Gives the terminal the keyboard as soon as the app has drawn something, so that nobody must click first.
const body = document.body;
const watch = new MutationObserver(() => {
  if (body.classList.contains("-first-byte")) {
    watch.disconnect();
    document.querySelector(".xterm-helper-textarea").focus();
  }
});
watch.observe(body, { attributeFilter: ["class"] });
