# Una foto.

photo-not-shown = Esta no se puede mostrar.
photo-not-shown-why = Esta no se puede mostrar: { $why }.
photo-neighbours = Fotos de este momento
photo-before = Antes
photo-after = Después
photo-when = Cuándo
photo-where = Dónde
photo-who = Quién
photo-name = Decir quién sale
photo-not-in = { $name } no sale aquí
photo-not-in-now = El nombre ya no está en esta foto. Lo apartado sigue apartado.
photo-name-do = Guardar el nombre
photo-title = Título
photo-camera = Cámara
photo-file = Archivo
photo-missing = No está donde estaba. La foto se queda aquí hasta que la quites.
photo-acts = Lo que puedes hacer con esta foto
photo-place-source = Nombres de lugares: GeoNames (CC BY 4.0).

known-owner = como dijiste
known-camera = por el reloj de la cámara
known-gps = por la hora de los satélites
known-sidecar = por el archivo que la acompaña
known-file-name = por el nombre del archivo
known-doubtful = por un reloj que quizá iba mal, así que no trae recuerdos
known-scan = cuando se escaneó, así que no trae recuerdos
known-file-time = por la hora del propio archivo, así que no trae recuerdos

# Grande.
photo-zoom = Más grande: { $what }
photo-zoom-close = Cerrar
photo-zoom-larger = Más grande
photo-zoom-smaller = Más pequeña

# Su fecha.
photo-date = ¿Cuándo fue?
photo-date-unknown = aún no se sabe
photo-date-correct = Corregir la fecha
photo-date-hint = Un día como 2019-05-04 o 4 de mayo de 2019, con la hora si la sabes (2019-05-04 16:30), un mes, un año, o «hacia 1956». Lo apartado sigue apartado.
photo-date-keep = Guardar esta fecha
photo-date-back = Volver a lo que dice el archivo
photo-date-leave = Dejarla como está
photo-date-changed = Mientras tanto la fecha cambió en otro sitio, a { $date }. Lo que escribiste está abajo; cuenta si lo guardas ahora.
photo-date-not-understood = Esto no se entendió como fecha. No ha cambiado nada.
photo-dated = La fecha está guardada.
photo-date-is-back = Vuelve a contar lo que dice el archivo.
photo-clock-wrong = El reloj de la cámara iba mal por { $length }.
photo-clock-look = Ver sus otras fotos
photo-shifted = Las fotos de esta cámara se han movido.
photo-shift-is-back = Están donde estaban.

# Una cámara cuyo reloj iba mal.
clock-title = Un reloj que iba mal
clock-behind = El reloj iba atrasado { $length }.
clock-ahead = El reloj iba adelantado { $length }.
clock-leave = Volver a la foto
clock-days-hint = Si el reloj solo fue mal un tiempo, di los días tal como los anotó la cámara. Sin días, se mueven todas sus fotos.
clock-from = Primer día
clock-to = Último día
clock-look = Mirar otra vez
clock-example = Lo que se movería
clock-photos =
    { $count ->
        [one] Se movería { $figures } foto
       *[other] Se moverían { $figures } fotos
    }
clock-example-moves = Esta, por ejemplo: de { $before } a { $after }.
clock-by-hand = Las fotos que fechaste a mano se quedan como dijiste. Puedes deshacerlo. Lo apartado sigue apartado.
clock-do = Moverlas
clock-none = No se movería ninguna otra foto.
clock-days-not-understood = Vuelve atrás y elige los días otra vez.
clock-changed-meanwhile = Entretanto la fecha se ha corregido otra vez, y el reloj iba mal por otro tiempo. Vuelve atrás y míralo de nuevo.
clock-out-of-time = Algunas fotos quedarían fuera de todos los años, así que no se ha movido nada. Vuelve atrás y elige menos días.
length-days =
    { $count ->
        [one] { $figures } día
       *[other] { $figures } días
    }
day-of-the-year = { $day } de { $month }

# Por qué está aquí.
photo-why = ¿Por qué está aquí?
photo-why-returns = Llegó con tus carpetas. Vuelve cada { $day } con el resto de su momento, desde el primer año.
photo-why-hidden = Llegó con tus carpetas y la ocultaste: nunca vuelve por sí sola.
photo-why-not-shown = Llegó con tus carpetas. No se puede mostrar, así que nunca vuelve por sí sola.
photo-why-screen = Llegó con tus carpetas. Parece una captura de pantalla o un papel, así que nunca vuelve por sí sola.
photo-why-undated = Llegó con tus carpetas. Nada dice cuándo se hizo, así que nunca vuelve por sí sola.
photo-why-doubtful = Llegó con tus carpetas. Su fecha quizá no sea la del día en que se hizo, así que nunca vuelve por sí sola. Si sabes el día, corrígelo.
photo-why-vague = Llegó con tus carpetas. No se sabe su día, así que nunca vuelve por sí sola.
photo-why-left-out = Llegó con tus carpetas. Fue marcada como descartada, o su carpeta pide no traer recuerdos, así que nunca vuelve por sí sola.

# Lo que se puede hacer con ella.
photo-turn-left = Girar a la izquierda
photo-turn-right = Girar a la derecha
photo-turned = Está girada. El original se queda como está.
photo-original = Descargar el original
photo-original-away = El original no está donde estaba. Si su disco o su carpeta no están, conéctalos y busca fotos nuevas; aquí no se ha perdido nada.
photo-part = Empezar aquí un momento nuevo
photo-hide = Ocultarla, como una captura o un recibo
photo-unhide = Volver a mostrarla
photo-is-hidden = Esta foto está oculta: se queda en tu biblioteca y nunca vuelve por sí sola.
photo-hidden-now = Está oculta.
photo-unhidden = Se muestra otra vez.
photo-remove = Quitarla
photo-remove-hint = Sale de tu biblioteca. Su archivo se queda donde está. Puedes deshacerlo durante 30 días.
photo-remove-do = Quitar esta foto
photo-removed = La foto está quitada.
photo-restored = La foto ha vuelto.
removed-link = Fotos quitadas
removed-title = Fotos quitadas
removed-none = No se ha quitado nada en los últimos 30 días.
removed-about = Quitadas en los últimos 30 días. Después ya no vuelven; sus archivos se quedan donde están.
removed-until = se puede recuperar hasta el { $day }
removed-restore = Recuperarla
removed-restore-which = Recuperarla: { $which }
removed-earlier = Más antiguas
