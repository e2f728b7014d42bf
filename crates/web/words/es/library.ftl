# La biblioteca: años, meses, días; y elegir fotos.

library-title = Biblioteca
library-span =
    { $count ->
        [one] { $figures } foto, de { $first } a { $last }
       *[other] { $figures } fotos, de { $first } a { $last }
    }
library-empty = Aún no hay fotos
library-empty-hint = Las fotos que lleguen estarán aquí, por orden de tiempo.
library-nothing = Aquí no hay nada. Quizá lo hubo, o quizá llegue.
library-asked = Se pregunta antes
library-years = Años
library-months = Meses
library-days = Días de este mes
library-path = Dónde está esto
library-go = Ir a un día
library-go-do = Ir
library-some-time = En algún momento de { $year }
library-month-some-time = En algún momento de { $month }
library-undated = Sin fecha
library-undated-about = Nada dice cuándo se tomaron. Puedes darles una fecha.
library-hidden = Ocultas
library-hidden-about = Se conservan y nunca vuelven por sí solas.
library-aside = Aparte de los años
library-put-away =
    { $count ->
        [one] { $figures } foto está guardada aparte
       *[other] { $figures } fotos están guardadas aparte
    }
library-earlier = Anteriores
library-later = Siguientes
library-pages = Páginas

library-select = Elegir fotos
library-select-done = Listo
library-select-day = Elegir el día
library-picked = Qué hacer con las fotos elegidas
library-picked-hint = Toca las fotos que quieras.
library-picked-none = Ninguna foto elegida
library-picked-one = 1 foto elegida
library-picked-many = { $n } fotos elegidas
library-date = Fecha
library-date-label = Tomadas el
library-date-hint = 2019-05-04, 2019-05, 2019 o hacia 1956
library-date-do = Poner la fecha
library-date-not-understood = Una fecha se escribe como 2019-05-04, 2019-05-04 16:30, 2019-05, 2019 o hacia 1956. Vuelve atrás para intentarlo de nuevo.
library-tag = Personas
library-tag-label = Quién está
library-tag-do = Poner el nombre
library-one-at-a-time = Hay una fecha y un nombre escritos, y se hace una cosa cada vez. No se ha cambiado nada: vuelve atrás y pulsa el botón que está junto a lo que quieras.
library-tag-whom = Vuelve atrás y escribe un nombre.
library-away = Guardar aparte
library-away-hint = Salen de todas las páginas. Puedes deshacerlo.
library-hide = Ocultar
library-unhide = Mostrar de nuevo
library-remove = Quitar

library-done-none = No ha cambiado nada.
library-done-dated =
    { $count ->
        [one] { $figures } foto tiene su nueva fecha.
       *[other] { $figures } fotos tienen su nueva fecha.
    }
library-done-tagged =
    { $count ->
        [one] El nombre está en { $figures } foto.
       *[other] El nombre está en { $figures } fotos.
    }
library-done-away =
    { $count ->
        [one] { $figures } foto está guardada aparte.
       *[other] { $figures } fotos están guardadas aparte.
    }
library-done-hidden =
    { $count ->
        [one] { $figures } foto está oculta.
       *[other] { $figures } fotos están ocultas.
    }
library-done-shown =
    { $count ->
        [one] { $figures } foto se muestra de nuevo.
       *[other] { $figures } fotos se muestran de nuevo.
    }
library-done-removed =
    { $count ->
        [one] { $figures } foto está quitada.
       *[other] { $figures } fotos están quitadas.
    }
library-done-undone = Está como estaba.
