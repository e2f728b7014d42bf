# Un momento.

moment-title = Título
moment-words = Unas palabras
moment-say = Ponle un título o unas palabras
moment-say-again = Cambiar su título o sus palabras
moment-words-hint = Solo para ti. Deja ambos vacíos para quitarlos.
moment-words-keep = Guardar
moment-words-kept = Está guardado.
moment-again-title = Una mirada más
moment-again-changed = Esto cambió en otro sitio mientras escribías. Aquí están las dos cosas: lo que está guardado ahora y, debajo, lo que escribiste.
moment-again-moved = Mientras escribías, las fotos de este momento pasaron a otro. Aquí están las dos cosas: lo que está guardado de él ahora y, debajo, lo que escribiste.
moment-again-kept = Lo que está guardado ahora
moment-again-long = En un título caben { $title } caracteres, y en las palabras { $words }. Todo lo que escribiste está aquí; acórtalo un poco.
moment-again-leave = Dejarlo como está
moment-alike =
    { $count ->
        [one] Una más como esta
       *[other] { $figures } más como esta
    }
moment-parts = Partes de este momento
moment-earlier = Antes
moment-later = Después
moment-part-of = De { $first } a { $last } de { $figures } fotos
moment-acts = Lo que puedes hacer con este momento
moment-part = Partirlo en dos
moment-part-at = El momento nuevo empieza con
moment-part-hint = Lo que has apartado sigue apartado en los dos. Puedes deshacerlo.
moment-part-do = Partirlo aquí
moment-parted = Ahora son dos momentos.
moment-cannot-part = Antes de esta foto no hay nada de lo que separarla.
moment-join-before = Unir con el anterior: { $title }
moment-join-after = Unir con el siguiente: { $title }
moment-joined = Ahora son un solo momento.
moment-cannot-join = Solo se pueden unir momentos seguidos del mismo día.
moment-seam-back = Está como estaba.
moment-hide-screens =
    { $count ->
        [one] Ocultar una captura o papel de este día
       *[other] Ocultar { $figures } capturas y papeles de este día
    }
moment-screens-hidden = Están ocultas.
moment-screens-back = Se muestran otra vez.

# Un recuerdo que tiene título propio.
memory-title-own = { $ago }: { $title }
