# Buscar.

search-title = Buscar
search-label = Palabras, personas, lugares, años
search-do = Buscar
search-hint = Por ejemplo: playa 2019 Leo
search-offers = Sugerencias
search-begin = Para empezar
search-nothing = No se encontró nada
search-nothing-hint = Con menos palabras se encuentra más. Un año, un nombre o un lugar solo es un buen comienzo.
search-years = Años
search-pages = Páginas
search-page = { $page } de { $pages }
search-before = Antes
search-after = Después
search-kind-person = persona
search-kind-place = lugar
search-kind-year = año
search-kind-word = palabra
search-kept-back = Lo que está guardado o pregunta primero no se busca.
search-kept-with-care = { $name } se guarda con cuidado.
search-kept-open = ¿Abrir?
