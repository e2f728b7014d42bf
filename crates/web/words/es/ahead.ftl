# Lo que viene, por qué, y el registro.

ahead-title = Lo que viene
ahead-about =
    { $count ->
        [one] Lo que trae el próximo día, en palabras.
       *[other] Lo que traen los próximos { $figures } días, en palabras. Los días de los que no hay nada que decir no están.
    }
ahead-nothing =
    { $count ->
        [one] No hay nada que decir del próximo día.
       *[other] No hay nada que decir de los próximos { $figures } días.
    }
ahead-more = Mirar un año entero
ahead-fewer = Solo los próximos dos meses
ahead-hard-beside = { $named }, alrededor del { $day }
ahead-would-have-been =
    { $count ->
        [1] habría cumplido un año
        [2] habría cumplido dos años
        [3] habría cumplido tres años
        [4] habría cumplido cuatro años
        [5] habría cumplido cinco años
        [6] habría cumplido seis años
        [7] habría cumplido siete años
        [8] habría cumplido ocho años
        [9] habría cumplido nueve años
        [10] habría cumplido diez años
        [11] habría cumplido once años
        [12] habría cumplido doce años
       *[other] habría cumplido { $figures } años
    }
ahead-birthday = Cumpleaños de { $name }, { $figures }
ahead-comes =
    { $count ->
        [1] Llega un recuerdo.
        [2] Llegan dos recuerdos.
        [3] Llegan tres recuerdos.
        [4] Llegan cuatro recuerdos.
        [5] Llegan cinco recuerdos.
        [6] Llegan seis recuerdos.
        [7] Llegan siete recuerdos.
        [8] Llegan ocho recuerdos.
        [9] Llegan nueve recuerdos.
        [10] Llegan diez recuerdos.
        [11] Llegan once recuerdos.
        [12] Llegan doce recuerdos.
       *[other] Llegan { $figures } recuerdos.
    }
ahead-waits = Puede que algo espere hasta que lo pidas.
ahead-tender = Es un día delicado. No llega nada. Desde el { $until } todo es como siempre.
ahead-silence = Aquí hay silencio. No llega nada.
ahead-quiet-look = Aquí hay silencio. Lo que elegiste espera hasta que lo abras.

why-title = Por qué es así
why-link = Por qué se muestra
why-to-photo = A la foto
why-to-moment = Al momento
why-cleared = Puede venir por sí sola.
why-veiled = Pregunta antes, tras una tarjeta tranquila.
why-held = Se queda aparte.
why-nothing-said = No se ha dicho nada de ella, y ninguna señal pide cuidado.
why-wish = Dijiste: { $want }. { $what }.
why-loss = { $want }: pertenece a lo que guardas con cuidado. ({ $part })
why-loss-until = { $want }, y ya no desde el { $until }: pertenece a lo que guardas con cuidado. ({ $part })
why-tender = Puede ser un tiempo delicado.
why-words = Las palabras que la acompañan dicen que puede ser un tiempo delicado.
why-look-at-it = Mirar lo que se dijo
why-about = Solo tú puedes ver esto, y solo tú puedes cambiarlo:
why-day-title = Lo que trae este día, y por qué
why-day-nothing = No vendría ningún recuerdo.

log-title = Lo que se mostró y se cambió
log-none = Aquí no hay nada anotado.
log-about = Solo para tus ojos: lo último primero, sin palabras ni fotos de lo que era.
log-delete = Borrar el registro
log-delete-hint = Lo que guardas con cuidado se queda. Lo anotado aquí desaparece para siempre.
log-delete-do = Borrarlo
log-done-deleted = El registro está borrado.
log-loss-added = Algo se guarda con cuidado.
log-loss-changed = Algo que se guarda con cuidado cambió.
log-loss-removed = Algo ya no se guarda con cuidado.
log-loss-restored = Algo se guarda con cuidado de nuevo.
log-loss-offered = Algo se ofreció a otra persona.
log-wished = Dijiste de algo: { $want }.
log-lifted = Dejaste que algo volviera.
log-taken-back = Retiraste lo que habías dicho de algo.
log-opened = Abriste algo que preguntaba antes.
log-tender = Empezaron días delicados. Desde el { $until } todo es como siempre.
log-tender-ended = Terminaron los días delicados.
log-day-added = Se añadió un día difícil.
log-day-removed = Se quitó un día difícil.
log-plan-chosen = Se eligió cómo vivir un día difícil.
log-person-said = Dijiste qué quieres de las fotos con alguien.
log-caution-fine = Dijiste que una clase de lo que la cautela pregunta está bien.
log-caution-on = Se activó la cautela.
log-caution-off = Se desactivó la cautela.
log-library-open = La biblioteca lo muestra todo.
log-library-quiet = La biblioteca es tranquila.
log-shown = Se miró el { $day }: { $shown } a la vista, { $asked } con pregunta.
log-quiet = Se miró el { $day }: un día tranquilo.
log-changed-dates = Cambiaste cuándo se tomaron fotos ({ $figures }).
log-changed-turned = Giraste una foto.
log-changed-hidden = Ocultaste fotos, o volviste a mostrarlas ({ $figures }).
log-changed-removed = Quitaste fotos, o las recuperaste ({ $figures }).
log-changed-words = Escribiste sobre un momento.
log-changed-moments = Cambiaste dónde empiezan y acaban momentos.
log-changed-people = Cambiaste quién es alguien, o quién sale en fotos ({ $figures }).
