const [beginning] = arguments;
const paths = [...document.links].map((link) => link.pathname);
return paths.find((path) => path.startsWith(beginning) && path.length > beginning.length) ?? null;
