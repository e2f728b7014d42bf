# Palabras que comparten muchas páginas.

name = Perennial
skip-to-page = Ir al contenido
nav-main = Principal
nav-today = Hoy
nav-library = Biblioteca
nav-people = Personas
nav-places = Lugares
nav-search = Buscar
nav-settings = Ajustes
undo = Deshacer

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
date-long = { $weekday }, { $day } de { $month } de { $year }
date-this-year = { $weekday }, { $day } de { $month }
date-neighbour = { $weekday } { $day }
date-plain = { $day } de { $month } de { $year }
date-time = { $day } de { $month } de { $year }, { $time }
date-month = { $month } de { $year }
date-about = hacia { $year }

years-ago =
    { $count ->
        [1] Hace un año
        [2] Hace dos años
        [3] Hace tres años
        [4] Hace cuatro años
        [5] Hace cinco años
        [6] Hace seis años
        [7] Hace siete años
        [8] Hace ocho años
        [9] Hace nueve años
        [10] Hace diez años
        [11] Hace once años
        [12] Hace doce años
       *[other] Hace { $figures } años
    }
this-year = Este año

list-two = { $a } { $and } { $b }
list-three = { $a }, { $b } { $and } { $c }
list-more =
    { $count ->
        [2] { $a }, { $b } y otras dos personas
        [3] { $a }, { $b } y otras tres personas
        [4] { $a }, { $b } y otras cuatro personas
       *[other] { $a }, { $b } y otras { $figures } personas
    }

photos =
    { $count ->
        [one] { $figures } foto
       *[other] { $figures } fotos
    }

seconds =
    { $count ->
        [one] { $figures } segundo
       *[other] { $figures } segundos
    }
minutes =
    { $count ->
        [one] { $figures } minuto
       *[other] { $figures } minutos
    }
hours =
    { $count ->
        [one] { $figures } hora
       *[other] { $figures } horas
    }

coming-resting = Todas las fotos están dentro.
coming-counting = Contando lo que hay: { $total } hasta ahora.
coming-in = Las fotos están llegando: { $done } de { $total }, { $rate } por segundo.
coming-in-left = Las fotos están llegando: { $done } de { $total }, { $rate } por segundo; tiempo restante aproximado: { $left }.

trouble-nothing = Aquí no hay nada
trouble-nothing-sentence = No hay nada en esta dirección.
trouble-nothing-hint = Puede que esté guardado aparte, quitado o en otro sitio. Hoy es un buen lugar para seguir.
trouble-way = Aquí no hay ninguna página
trouble-way-sentence = Esta dirección no se pide de esta manera; puede que solo reciba lo que envía un formulario.
trouble-way-hint = No se ha cambiado nada. Hoy es un buen lugar para seguir.
trouble-misused = No se entendió
trouble-misused-sentence = No se entendió esta petición.
trouble-choose = Vuelve atrás y elige uno de los botones.
trouble-undecided = Un momento, por favor
trouble-undecided-sentence = Perennial no puede saber ahora mismo qué se puede mostrar, así que no muestra nada.
trouble-undecided-hint = No se ha perdido nada. Inténtalo de nuevo dentro de un rato.
trouble-late-sentence = Esto tardaba demasiado, así que Perennial lo dejó. No se ha cambiado nada.
trouble-late-hint = Vuelve atrás y envíalo de nuevo dentro de un rato.
trouble-kept-sentence = Lo que enviaste se guardó, pero no se pudo preparar la página que lo dice.
trouble-kept-hint = No lo envíes otra vez. El registro del servidor dice más.
trouble-inside = No funcionó
trouble-inside-sentence = Algo falló dentro de Perennial.
trouble-inside-hint = No se ha perdido nada. El registro del servidor dice más.
trouble-to-today = Ir a hoy
