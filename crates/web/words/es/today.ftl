# Hoy, los recuerdos, y guardarlos aparte.

today-days = Días
today-memories =
    { $count ->
        [1] Un recuerdo.
        [2] Dos recuerdos.
        [3] Tres recuerdos.
        [4] Cuatro recuerdos.
        [5] Cinco recuerdos.
        [6] Seis recuerdos.
        [7] Siete recuerdos.
        [8] Ocho recuerdos.
        [9] Nueve recuerdos.
        [10] Diez recuerdos.
        [11] Once recuerdos.
        [12] Doce recuerdos.
       *[other] { $figures } recuerdos.
    }
today-side-by-side =
    { $count ->
        [one] Una foto
       *[other] { $figures } fotos, una junto a otra
    }
today-earlier = La foto anterior
today-later = La foto siguiente
today-see-all = Ver las { $figures } fotos
today-see = Ver las fotos
today-why = Por qué esto
today-empty = Aún no hay fotos
today-empty-hint = Di una carpeta con fotos y entrarán solas. La carpeta solo se lee; nunca se escribe en ella.
today-empty-do = Traer fotos
today-first = Las primeras fotos están en camino
today-first-hint = Puedes dejar esta página abierta o volver más tarde.
today-came-in = Mostrar lo que ha llegado
today-quiet = Un día tranquilo
today-quiet-hint = Este día no vuelve nada, y está bien así.
today-back = Volver a hoy

memory-title = { $ago }, { $what }
memory-where = { $part } en { $town }
memory-birthday =
    { $count ->
        [1] { $name }, un año hoy
        [2] { $name }, dos años hoy
        [3] { $name }, tres años hoy
        [4] { $name }, cuatro años hoy
        [5] { $name }, cinco años hoy
        [6] { $name }, seis años hoy
        [7] { $name }, siete años hoy
        [8] { $name }, ocho años hoy
        [9] { $name }, nueve años hoy
        [10] { $name }, diez años hoy
        [11] { $name }, once años hoy
        [12] { $name }, doce años hoy
       *[other] { $name }, { $figures } años hoy
    }
memory-birthday-then =
    { $count ->
        [1] { $name }, un año en este día
        [2] { $name }, dos años en este día
        [3] { $name }, tres años en este día
        [4] { $name }, cuatro años en este día
        [5] { $name }, cinco años en este día
        [6] { $name }, seis años en este día
        [7] { $name }, siete años en este día
        [8] { $name }, ocho años en este día
        [9] { $name }, nueve años en este día
        [10] { $name }, diez años en este día
        [11] { $name }, once años en este día
        [12] { $name }, doce años en este día
       *[other] { $name }, { $figures } años en este día
    }
memory-over-the-years = A lo largo de los años
memory-why-day = Fue en este día del año.
memory-why-leap-day = Fue un 29 de febrero. Este año no lo tiene, así que vuelve el 28.
memory-why-birthday = Es el cumpleaños de { $name }: una foto de cada año de su vida.
part-morning = una mañana
part-afternoon = una tarde
part-evening = una noche
part-night = una madrugada
part-weekday = un { $weekday }

alt-photo = Una foto
alt-photo-of = Una foto de { $who }
alt-video = Un vídeo
alt-video-of = Un vídeo de { $who }
alt-when = { $what }, { $when }

away-not-this = Esto no
away-what-memory = Guarda aparte este recuerdo. Puedes deshacerlo.
away-moment = Guardar aparte este momento
away-what-moment = Guarda aparte este momento. Puedes deshacerlo.
away-day = Guardar aparte todo este día
away-what-day = Guarda aparte todo lo de este día. Puedes deshacerlo.
away-photo = Guardarla aparte
away-what-photo = Sale de todas las páginas, también de la biblioteca. Puedes deshacerlo, y dejar que vuelva cuando quieras.
away-today = Solo por hoy
away-this-year = Este año no
away-never = Nunca
away-done = Está guardado aparte.
away-done-today = Queda guardado aparte por hoy.
away-done-then = Queda guardado aparte por ese día.
away-done-photo = La foto está guardada aparte, fuera también de la biblioteca.
away-done-moment = El momento está guardado aparte, fuera también de la biblioteca.
away-done-birthday = Estos cumpleaños están guardados aparte. Sus fotos se quedan.
away-done-observance = Los recuerdos de este día del calendario están guardados aparte. Sus fotos se quedan.
away-done-day = El día está guardado aparte, fuera también de la biblioteca.
away-back = Ha vuelto.
away-as-before = Está como antes.
away-title = Guardado aparte
away-none = No hay nada guardado aparte.
away-by-losses =
    { $count ->
        [one] No guardaste nada aparte a mano. { $figures } foto se queda aparte con lo que guardas con cuidado.
       *[other] No guardaste nada aparte a mano. { $figures } fotos se quedan aparte con lo que guardas con cuidado.
    }
away-about = Lo que pediste no ver. Queda aparte hasta que lo dejes volver o hasta que pase su tiempo.
away-return = Dejar que vuelva
away-return-which = Dejar que vuelva: { $which }
away-for-good = { $what }, para siempre; desde el { $since }
away-until = { $what }; puede volver el { $until }, guardado aparte desde el { $since }
away-a-photo = Una foto
away-a-moment = Un momento
away-a-photo-of = Una foto del { $day }
away-a-moment-of = Un momento del { $day }
away-birthdays = Los cumpleaños de alguien
away-observance = Recuerdos de { $day }
away-the-day = { $day }
