return [...document.images].every((image) => image.loading === "lazy" || image.complete);
