// The time zone of this browser, chosen beforehand. Without this, the server's own is.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const select of document.querySelectorAll("select[data-guess-zone]")) {
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
}
