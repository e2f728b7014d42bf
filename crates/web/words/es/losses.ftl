# Una pérdida: se dice una vez, con hasta dónde llega.

loss-new-title = Algo que guardar con cuidado
loss-new-about = Dilo con las pocas palabras que quieras. Es solo tuyo.
loss-one-title = Guardado con cuidado
loss-since = { $day }
loss-look-title = Hasta dónde llega
loss-look-about = Todo, para cambiarlo como quieras. Aún no se ha guardado nada.
loss-kind = Qué pasó
loss-called = Un nombre, o unas palabras
loss-called-hint = Como tú lo llamas, solo para tus ojos. Puede quedar vacío.
loss-people = De quién se trata
loss-people-hint = Un nombre tal como está en tus fotos. No hace falta nombrar a nadie.
loss-person = Nombre
loss-began = Cuándo empezó
loss-due = El día en que se esperaba un nacimiento
loss-wedding = Un día de boda
loss-show = Mostrar hasta dónde llega
loss-save = Guardar
loss-save-hint = Cuenta desde ahora, y se puede deshacer en cualquier momento.
loss-look-again = Todavía no se ha guardado nada. Lo que escribiste sigue aquí.
loss-unknown-who = Nadie en tus fotos tiene este nombre
loss-unknown-leave = Seguir sin él
loss-unknown-hint = Quizá se escriba de otra forma, o pueda ser el nombre de lo que se guarda. No hace falta ninguno.
loss-days = Días que vuelven
loss-days-hint = Cuando llega uno de ellos, solo se ofrece lo que elegiste para él. Una fila sin fecha no cuenta.
loss-another-day = Añadir otro día
loss-returning = Un día que vuelve
loss-what = Qué día
loss-date = Fecha
loss-plan = Cuando vuelve
loss-ages = En un cumpleaños se puede decir «habría cumplido seis»
loss-periods-hint = Uno o varios. Sin último día, continúa. Una fila sin fechas no cuenta.
loss-period = Un tiempo
loss-from = Primer día
loss-to = Último día
loss-what-happened = Qué pasó, y a quién
loss-words = Palabras privadas
loss-words-hint = Solo para tus ojos. Se muestran en esta página y en ninguna otra.
loss-places = Lugares
loss-places-hint = Una localidad de tus fotos, o un punto como 45.9, -123.96 con la distancia a su alrededor.
loss-place = Localidad, o latitud y longitud
loss-place-radius = Distancia alrededor de un punto, como 500 m o 2 km
loss-around-it = Quién estaba, álbumes y palabras
loss-companions = Quién estaba contigo entonces
loss-companions-hint = Sus fotos de aquel tiempo también le pertenecen.
loss-companion = Nombre
loss-tags = Álbumes, palabras clave y palabras
loss-tags-hint = Una por línea. Le pertenece la foto que tenga todas las palabras de una línea.
loss-later = Volver a mirarlo
loss-review = Desde cuándo preguntar si sigue estando bien así
loss-review-hint = La pregunta espera en la página de cuidado, y nadie te la recuerda. Vacío: nunca.
loss-acts = Qué más puedes hacer
loss-remove = Quitar todo esto
loss-remove-hint = Lo que retenía puede volver enseguida. Tus fotos quedan como están, y se puede deshacer.
loss-remove-do = Quitarlo
loss-done-kept = Está guardado, y cuenta desde ahora.
loss-done-changed = El cambio está guardado, y cuenta desde ahora.
loss-done-removed = Está quitado. Lo que retenía puede volver.
loss-done-back = Ha vuelto, tal como estaba.
loss-done-as-it-was = Está como estaba antes.

loss-kind-missing = Hace falta una de estas; «Otra cosa» es una de ellas.
loss-not-a-day = Este día no se puede leer. Prueba con 28 de septiembre de 2020, o 2020-09-28.
loss-ends-first = Un tiempo termina antes de empezar. Mira su primer y su último día.
loss-no-day = Ni un día ni un tiempo dicen cuándo fue. Hace falta uno de los dos.
loss-unknown-day = Un día que vuelve necesita una fecha.
loss-around = Antes y después de un día que vuelve puede haber de 0 a 14 días.
loss-too-wide = Tantos días alrededor no se pueden guardar; hasta 3660 sí, que son diez años.
loss-radius = Esta distancia no se puede guardar. Prueba con 500 m o 2 km; media vuelta al mundo es lo máximo.
loss-unknown-place = No es una localidad de tus fotos. Prueba a escribirla de otra forma, o con un punto como 45.9, -123.96.
loss-unknown-names = Nadie en tus fotos tiene uno de estos nombres. Puedes escribirlo de otra forma, o seguir sin él.
loss-too-many =
    { $count ->
        [one] Se puede guardar { $figures } de estos. Un álbum o un tiempo más largo pueden decir lo mismo.
       *[other] Se pueden guardar como mucho { $figures } de estos. Un álbum o un tiempo más largo pueden decir lo mismo.
    }
loss-too-long = Algunas de estas palabras son demasiado largas para guardarlas. Bastan otras más cortas.
loss-not-kept = Ahora mismo no se ha podido guardar. Prueba otra vez.
loss-meanwhile = Mientras tanto se cambió en otra ventana. Mira lo que escribiste aquí; «Guardar» lo deja tal como está.

kind-death = Alguien murió
kind-pregnancy-loss = Un embarazo o un bebé
kind-separation = Alguien de quien me separé
kind-illness = Una enfermedad
kind-animal = Un animal
kind-home = Una casa
kind-other = Otra cosa

# Lo mismo en una lista, donde se lee en cada visita.
kept-of = { $what }, { $day }

want-keep-away = Dejar aparte
want-ask-first = Preguntar antes
want-welcome = Bienvenido
want-nothing = No dice nada

plan-silence = Silencio
plan-quiet-look = Una mirada tranquila a lo que elegí
plan-as-usual = Como siempre

what-the-day = El día mismo
what-due-date = El día en que se esperaba un nacimiento
what-birthday = Un cumpleaños
what-wedding-day = Un día de boda
what-another = Otro día

part-the-day = El día mismo y los días de alrededor
part-periods = El tiempo que duró
part-people = Sus fotos
part-same-moment = Los mismos momentos
part-places = Los lugares
part-companions = Quién estaba contigo entonces
part-words = Álbumes, palabras clave y palabras
part-alike = Lo que se le parece
part-chosen = Lo que añadiste a mano

reach-title = Hasta dónde llega
reach-about = «Dejar aparte» no está en ninguna página. «Preguntar antes» espera tras una tarjeta tranquila hasta que la abras. «Bienvenido» puede venir solo.
reach-nothing = Ahora no hay nada en esta parte.
reach-undated = { $photos }, sin fecha.
reach-found = { $photos }, { $days }.
reach-found-in = { $photos }, { $days }, la mayoría en { $towns }.
reach-days = del { $first } al { $last }
reach-look = Mostrar las fotos
reach-look-which = Mostrar las fotos: { $which }
reach-want = Lo que quieres: { $which }
reach-more = Días y hasta cuándo
reach-before = Días antes
reach-after = Días después
reach-within = Solo dentro del tiempo que duró
reach-always = En cualquier momento
reach-until = Hasta
reach-until-hint = El primer día en que esto ya no cuenta. Vacío: para siempre.
reach-this-year = Este año no: hasta este día del año que viene
reach-others =
    { $count ->
        [one] Una parte más, en la que ahora no hay nada
       *[other] { $figures } partes más, en las que ahora no hay nada
    }
reach-by-hand = A mano: { $in } dentro, { $out } fuera.
loss-examples = Fotos que lo representan
loss-examples-hint = En la página de cualquier foto puedes decir que representa esto. Lo que se le parece, en tiempo, lugar o aspecto, se encuentra igual.
loss-examples-kept =
    { $count ->
        [one] { $figures } foto lo representa.
       *[other] { $figures } fotos lo representan.
    }
loss-examples-none = Que ninguna lo represente
offer-title = Ofrecerlo a alguien
offer-about = Se le pregunta si quiere guardarlo con cuidado también, con deseos propios. Ve qué pasó y cuándo, y nada de lo que escribiste o deseas. Lo que responda es cosa suya.
offer-do = Ofrecerlo a { $name }
offer-is-offered = Está ofrecido a { $name }.
offer-withdraw = Dejar de ofrecerlo
offer-done-offered = Está ofrecido. No se avisa a nadie: espera en su página de cuidado.
offer-done-withdrawn = Ya no se ofrece.
loss-namesakes = Más de una persona aquí tiene este nombre. En sus páginas se le puede dar otro a una de ellas, para distinguirlas.
loss-until-is-over = Ese día ya pasó: no se guardaría nada. Déjalo vacío para siempre, o elige un día por venir.
loss-until-or-this-year = Elige un día o «este año no», pero no las dos cosas.
loss-day-leave-out = Dejar fuera este día
reach-ended = El día hasta el que contaba ya pasó: ya no guarda nada.
loss-day-to-come = Este día aún no ha llegado.
loss-began-after = No puede haber empezado después del día mismo.
loss-due-elsewhen = No concuerda con el día de arriba: el parto se esperaba alrededor de él o en los diez meses siguientes.

# Decirlo: quién y cuándo.
entry-back = Volver
entry-title-death = ¿Quién era?
entry-title-pregnancy-loss = ¿Cuándo fue?
entry-title-separation = ¿Quién era?
entry-title-illness = Una enfermedad
entry-title-animal = Un animal
entry-title-home = Una casa
entry-title-other = ¿Qué fue?
entry-name-death = Un nombre
entry-name-pregnancy-loss = Un nombre, si lo hay
entry-name-separation = Un nombre
entry-name-illness = De quién, si quieres decirlo
entry-name-animal = Su nombre
entry-name-home = Cómo la llamas
entry-name-other = Cómo lo llamas
entry-when-death = Cuándo
entry-when-pregnancy-loss = Cuándo
entry-when-separation = Cuándo os separasteis
entry-when-illness = Cuándo empezó
entry-when-animal = Cuándo
entry-when-home = Cuándo la dejaste
entry-when-other = Cuándo
entry-when-hint = Un día, un mes o un año, como lo escribirías. También basta «hacia 2019».
entry-pick = Elegir un día
entry-faces = Personas de tus fotos
entry-which = ¿Cuál de estas personas?
entry-none-of-them = Otra persona
entry-sight = Las fotos con esa persona
entry-away = que no vengan por ahora
entry-ask = que pregunten antes
entry-weeks = A las cuántas semanas
entry-weeks-hint = Si lo sabes. Puede quedar vacío.
entry-more-pregnancy = Su primer día, el día esperado, un lugar
entry-first-day = Su primer día
entry-more-death = Después de una enfermedad
entry-more-other = Cuándo empezó, un lugar
entry-ended = Cuándo terminó
entry-ended-hint = Vacío: se toma medio año.
entry-wedding-hint = Ese día, cada año, aquí hay silencio.
entry-place = Un lugar que le pertenece
entry-place-hint = Una localidad de tus fotos. Puede quedar vacío.
entry-place-then = solo de entonces
entry-place-always = de cualquier tiempo
entry-go-on = Seguir
entry-not-yet = Todavía no se ha guardado nada. Ahora viene, en palabras, lo que pasará.
loss-which = Más de una persona tiene este nombre. Puedes elegir arriba.
loss-when-missing = Falta cuándo fue: un día, un mes o un año. Basta «hacia 2019».
loss-not-a-date = Esta fecha no se puede leer. Prueba con 28 de noviembre de 2025, noviembre de 2025 o hacia 2019.
loss-not-weeks = Este número de semanas no se puede leer. Prueba con 20, o déjalo vacío.

# Lo que pasará, en pocas frases.
breath-title = Esto es lo que pasa
breath-away = Las fotos con { $who } no vienen por ahora.
breath-away-until = Las fotos con { $who } no vienen hasta el { $day }. Desde ese día vienen como siempre.
breath-away-then-ask = Las fotos con { $who } no vienen hasta el { $day }. Desde ese día esperan hasta que las pidas.
breath-ask = Las fotos con { $who } esperan hasta que las pidas.
breath-found = En Personas, { $who } se encuentra por su nombre, y se abre cuando lo pides.
breath-welcome = Las fotos con { $who } vienen como siempre.
breath-no-photo = Ninguna foto de aquí tiene el nombre { $name }. Se guarda igualmente.
breath-days-stay = Los días se quedan. Lo demás de los mismos momentos viene como siempre.
breath-day-away = Las fotos de los días en torno al { $day } no vienen.
breath-day-asks = Las fotos de los días en torno al { $day } esperan hasta que las pidas.
breath-day-welcome = Las fotos de los días en torno al { $day } vienen como siempre.
breath-time-away = Las fotos del { $first } al { $last } no vienen.
breath-time-asks = Las fotos del { $first } al { $last } esperan hasta que las pidas.
breath-time-welcome = Las fotos del { $first } al { $last } vienen como siempre.
breath-since-away = Las fotos desde el { $first } no vienen.
breath-since-asks = Las fotos desde el { $first } esperan hasta que las pidas.
breath-since-welcome = Las fotos desde el { $first } vienen como siempre.
breath-a-point = un lugar del mapa
breath-places-away = Las fotos de { $places } no vienen, sean de cuando sean.
breath-places-ask = Las fotos de { $places } esperan hasta que las pidas, sean de cuando sean.
breath-places-welcome = Las fotos de { $places } vienen como siempre.
breath-places-then-away = Las fotos de { $places } de aquel tiempo no vienen.
breath-places-then-ask = Las fotos de { $places } de aquel tiempo esperan hasta que las pidas.
breath-places-then-welcome = Las fotos de { $places } de aquel tiempo vienen como siempre.
breath-words-away = Las fotos con las palabras { $words } no vienen.
breath-words-ask = Las fotos con las palabras { $words } esperan hasta que las pidas.
breath-words-welcome = Las fotos con las palabras { $words } vienen como siempre.
breath-alike-away = Lo que se parece a las fotos que elegiste no viene.
breath-alike-asks = Lo que se parece a las fotos que elegiste espera hasta que lo pidas.
breath-alike-welcome = Lo que se parece a las fotos que elegiste viene como siempre.
breath-quiet = Cada { $day } hay silencio aquí.
breath-quiet-eve = Cada { $day } hay silencio aquí, y también el día antes.
breath-quiet-around = Cada { $day } hay silencio aquí, y también los días de alrededor.
breath-look = Cada { $day } solo se puede abrir lo que elegiste para ese día.
breath-no-day = Ningún día del año queda en silencio, porque no se sabe el día.
breath-counted = { $photos }.
breath-counted-in = { $photos }, la mayoría en { $towns }.
breath-nothing-now = Ninguna foto, tal como está ahora.
breath-show = Mostrarme cuáles
breath-keep = Guardar esto
breath-adjust = Ajustar
breath-meets = El { $day } es el cumpleaños de { $name }.
breath-meets-quiet = Que haya silencio igualmente
breath-meets-later = Que el silencio empiece el mismo día
breath-meets-usual = Dejar ese día como siempre

# El tiempo que le pertenece, según lo que fue.
loss-time-death = Las semanas de alrededor
loss-time-pregnancy-loss = El embarazo, y las semanas después
loss-time-separation = El tiempo de la separación
loss-time-illness = El tiempo de la enfermedad
loss-time-animal = Los días de alrededor
loss-time-home = Los días de alrededor
loss-time-other = El tiempo que le pertenece
loss-day-missing = Hace falta un día.
