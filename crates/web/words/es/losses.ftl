# Una pérdida: se dice una vez, con hasta dónde llega.

loss-new-title = Algo que guardar con cuidado
loss-new-about = Dilo una vez, con las pocas palabras que quieras. Lo que le pertenece se queda aparte o pregunta antes, y tú decides cómo.
loss-one-title = Guardado con cuidado
loss-since = desde el { $day }
loss-look-title = Hasta dónde llega
loss-look-about = Es un comienzo prudente, y puedes cambiarlo. Aún no se ha guardado nada.
loss-kind = Qué pasó
loss-day = El día
loss-day-hint = Como lo escribirías: 28 de septiembre de 2020, o 2020-09-28. Si solo sabes el mes, vale cualquier día de él.
loss-more = Un nombre, personas, otros días
loss-called = Un nombre, o unas palabras
loss-called-hint = Como tú lo llamas, solo para tus ojos. Puede quedar vacío.
loss-people = De quién se trata
loss-people-hint = Un nombre tal como está en tus fotos. No hace falta nombrar a nadie.
loss-person = Nombre
loss-began = Cuándo empezó
loss-began-hint = El primer día de una enfermedad o de un embarazo, si lo sabes. Puede quedar vacío.
loss-due = El día en que se esperaba un nacimiento
loss-due-hint = Solo si lo había.
loss-wedding = Un día de boda
loss-show = Mostrar hasta dónde llega
loss-show-hint = Ahora vienen palabras y números, sin fotos. No se guarda nada hasta que lo digas.
loss-save = Guardar
loss-save-hint = Cuenta desde la siguiente página, y se puede cambiar y deshacer en cualquier momento.
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
loss-periods = El tiempo que duró
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
loss-day-missing = Hace falta un día. Si solo sabes el mes, vale cualquier día de él.
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
