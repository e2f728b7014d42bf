const looks = new RegExp(arguments[0]);
return [...document.links].map((link) => link.pathname).find((path) => looks.test(path)) ?? null;
