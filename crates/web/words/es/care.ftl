# La página de cuidado, y lo que hay en ella.

care-title = Cuidado
care-about = Lo que guardas con cuidado y cómo se vive. Todo es solo tuyo, y puedes cambiarlo cuando quieras.
care-none = Aquí no hay nada guardado. Sea lo que sea, para empezar basta con decir qué fue y una fecha.
care-still-right = ¿Sigue estando bien así?
care-keep-a-year = Sí, y preguntar de nuevo en un año
care-keep = Sí, dejarlo así
care-change = Cambiarlo
care-offer = Alguien te ofrece algo que guardar con cuidado
care-offer-from = { $name } te ofrece algo que guardar con cuidado
care-offer-about = Puedes mirarlo, vivirlo a tu manera o dejarlo. Nadie sabrá qué hiciste.
care-offer-look = Mirarlo
care-offer-decline = Dejarlo
care-days =
    { $count ->
        [one] { $figures } día propio
       *[other] { $figures } días propios
    }
care-days-about = Días que quieres vivir a tu manera, cada año.
care-ahead-about = Lo que traen los próximos días, en palabras.
care-log-about = Lo que se mostró, se preguntó y se cambió, solo para tus ojos.
care-caution = Cautela
care-caution-about = Donde hay señales de que un momento puede ser delicado, pregunta antes de mostrarse, aunque nadie haya dicho nada de él. No nombra nada y no aparta nada.
caution-title = Por qué momentos pregunta
caution-about = Todo aquello por lo que pregunta, también en los recuerdos, aunque nadie lo haya marcado. Cada cosa se abre solo cuando tú la abres, y entonces puedes darle la bienvenida desde ese momento.
caution-none = No hay nada en tu biblioteca por lo que pregunte.
caution-words = Por las palabras que lo acompañan
caution-days = Por los días de los que es
caution-tender = Puede ser un tiempo delicado
caution-count =
    { $count ->
        [one] { $figures } momento pregunta antes.
       *[other] { $figures } momentos preguntan antes.
    }
caution-fine-about = Si estos están bien, nada de esta clase vuelve a preguntar, llegue lo que llegue después.
caution-fine-do = Estos están bien
caution-is-fine = Dijiste que estos están bien.
caution-ask-again = Volver a preguntar
caution-ask-again-which = Volver a preguntar: { $which }
caution-done-fine = Nada de esa clase pregunta ya.
caution-done-again = Esa clase vuelve a preguntar antes.
caution-this-year = Este año
caution-some-time = Algún día
caution-open-which = Abrirlo: { $which }
care-caution-is-on = Está activada.
care-caution-is-off = Está desactivada.
care-caution-on = Activarla
care-caution-off = Desactivarla
care-library-shows = Lo que muestra la biblioteca
care-library = La biblioteca lo muestra todo
care-library-is-quiet = Lo que se deja aparte no está en tu biblioteca, y lo que pregunta antes es una casilla tranquila.
care-library-is-open = Tu biblioteca lo muestra todo, también lo que se deja aparte o pregunta antes. Los recuerdos nunca.
care-library-ask = Qué significaría mostrarlo todo
care-library-quiet = Dejar que la biblioteca vuelva a ser tranquila
care-library-means = La biblioteca, la búsqueda, las personas y los lugares mostrarían entonces todas las fotos como las demás: lo que dejas aparte, lo que pregunta antes y lo que está guardado aparte. Podrías encontrarlas mientras buscas otra cosa.
care-library-never = Los recuerdos siguen igual: nada de lo que dejas aparte o quieres que pregunte vuelve por sí solo.
care-library-do = Mostrarlo todo en la biblioteca
care-library-not = Dejarla tranquila
care-done-reviewed = Se queda como está.
care-done-caution-on = La cautela está activada.
care-done-caution-off = La cautela está desactivada.
care-done-library-open = La biblioteca ahora lo muestra todo. Los recuerdos no.
care-done-library-quiet = La biblioteca vuelve a ser tranquila.
care-done-declined = Queda dejado. Nadie lo sabe.
care-done-offer-back = Espera de nuevo tu respuesta.

days-title = Días difíciles
days-none = Aquí no hay días. Un día que añadas vuelve cada año, y en él solo se ofrece lo que tú elijas.
days-about = Cuando llega uno de estos días, solo se ofrece lo que elegiste.
days-own = Días tuyos
days-of-losses = Días de lo que guardas con cuidado
days-add = Añadir un día
days-add-do = Añadirlo
days-date-hint = Como lo escribirías: 14 de febrero, o 14 de febrero de 2019. Desde entonces vuelve cada año.
days-observance = O un día del calendario
days-observance-none = Ninguno de estos
days-observance-hint = Su fecha se busca de nuevo cada año. Los días que hay aquí dependen de tus países, en los ajustes.
days-one-of-two = Elige una fecha o un día del calendario, no las dos cosas.
days-called = Cómo lo llamas
days-plan-do = Dejarlo así
days-plan-which = Dejarlo así para: { $which }
days-remove = Quitar este día
days-remove-which = Quitar este día: { $which }
days-picked =
    { $count ->
        [one] { $figures } foto elegida para una mirada tranquila
       *[other] { $figures } fotos elegidas para una mirada tranquila
    }
days-pick-hint = En la página de cualquier foto puedes elegirla para este día.
days-take-out = Quitarla
days-take-out-which = Quitarla: { $which }
days-look = Mirar lo que elegiste
days-look-away = Lo que elegiste para este día está guardado, así que no hay nada que mirar.
days-done-added = El día está añadido. Se vive como elegiste.
days-done-removed = El día está quitado.
days-done-back = El día ha vuelto.
days-change = Cambiar este día
days-change-do = Guardarlo
days-done-plan = Así se vive el día desde ahora.
days-done-changed = El día ha cambiado.
days-done-as-it-was = El día está como estaba.
days-done-picked = Está elegida para una mirada tranquila.
days-done-unpicked = Ya no está en la mirada tranquila.
hard-yours = Un día tuyo
hard-of-the-calendar = Un día del calendario
hard-around = { $day }, con { $around }
hard-before =
    { $count ->
        [one] el día antes
       *[other] { $figures } días antes
    }
hard-after =
    { $count ->
        [one] el día después
       *[other] { $figures } días después
    }

hand-title = Pertenece a lo que guardo con cuidado
hand-in = Pertenece a esto
hand-out = No pertenece a esto
hand-stands-for-it = Representa esto
hand-neither = Que cuente lo que dije
hand-done-in = Ahora pertenece a lo que guardas con cuidado.
hand-done-out = Ya no pertenece a lo que guardas con cuidado.
hand-done-example = Ahora representa lo que guardas con cuidado: lo que se le parece se encuentra igual.
hand-done-neither = Vuelve a contar lo que dijiste del conjunto.
pick-title = Elegir para una mirada tranquila
pick-for = Para qué día
pick-do = Elegirla
loss-since-day = Lo que guardas desde el { $day }

# Lo que se quiere de las fotos con alguien, dicho una vez.
sight-title = Fotos con alguien
sight-about = Cada pregunta se hace una vez, y solo aquí. No hace falta contestar.
sight-of = Fotos con { $name }
sight-as-they-come = como vengan
sight-ask-first = pregúntame antes
sight-away = que no vengan por ahora
sight-away-until = que no vengan hasta el { $until }, y desde entonces pregúntame antes
sight-as-they-come-do = Como vengan
sight-ask-first-do = Pregúntame antes
sight-away-do = Que no vengan por ahora
sight-until = Que no vengan hasta un día
sight-until-day = El primer día en que preguntan antes
sight-said = Lo que dijiste
sight-unsay = Retirarlo
sight-unsay-which = Retirarlo: { $name }
sight-done = Queda como has dicho.
sight-done-back = Queda como estaba antes.

# Qué más se puede guardar aparte, en el momento en que algo se guardó para siempre.
more-keep = ¿Guardar aparte más de esto?
more-title = Guardar aparte más de esto
more-about = Cada una es una elección por sí sola, y se puede deshacer. Si te vas, no se guarda aparte nada más.
more-nothing = Aquí no hay nada más que elegir. Lo que guardaste aparte sigue aparte.
more-back = Volver a donde estabas
more-day = Ese día entero
more-day-about = Todo lo que se tomó ese día queda aparte.
more-weeks = Las semanas de alrededor
more-weeks-about = Dos semanas antes y dos semanas después.
more-place = El lugar donde fue
more-place-about = Lo que se tomó allí queda aparte, sea de cuando sea.
more-person = Fotos con { $name }
more-person-about = No vienen por ahora, sean de cuando sean.
more-done = Eso también queda aparte.
why-person = Lo que dijiste de las fotos con alguien que sale: { $said }.
why-copy = Es una copia de algo que guardaste aparte.
