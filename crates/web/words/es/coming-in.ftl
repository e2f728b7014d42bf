# Lo que llega: carpetas, recorridos, pausas.

coming-title = Lo que llega
coming-about = Las fotos se quedan donde están. Sus carpetas solo se leen; nunca se escribe en ellas.
coming-before = Antes de que vuelva nada
coming-before-about = Si hay alguien o algo con lo que prefieres no encontrarte sin que se te pregunte, puedes decirlo ahora: bastan qué fue y una fecha. Es solo tuyo y puedes cambiarlo cuando quieras.
coming-now = Ahora mismo
coming-progress = Por dónde va
coming-at = En
coming-rests = Todo lo que se encontró está dentro. Lo nuevo de una carpeta llega por sí solo.
coming-nothing-yet = Todavía no se mira en ninguna carpeta. Escribe una más abajo y sus fotos llegarán por sí solas.
coming-paused = En pausa. No llega nada hasta que tú quieras, tampoco después de reiniciar. Lo que está dentro se queda.
coming-pause = Pausar
coming-resume = Dejar que lleguen fotos de nuevo
coming-rescan-all = Volver a mirar en todas las carpetas
coming-rescan = Volver a mirar
coming-asked = Se vuelve a mirar.
coming-folders = Carpetas
coming-watched = Vigilada: las fotos nuevas llegan en cuanto aparecen.
coming-not-there = La carpeta no está ahora mismo. Sus fotos se quedan; cuando vuelva, se mirará otra vez.
coming-too-many = Sin vigilar: el sistema ya vigila todo lo que puede. Las fotos nuevas se encuentran al arrancar Perennial o al volver a mirar. En Linux ayuda subir fs.inotify.max_user_watches.
coming-not-watched = Sin vigilar: aquí el sistema no avisa de los cambios. Las fotos nuevas se encuentran al arrancar Perennial o al volver a mirar.
coming-waits = Espera su turno.
coming-not-looked = Todavía no se ha mirado.
coming-looked = Se miró el { $day } a las { $time }.
coming-new =
    { $count ->
        [0] Nada nuevo.
        [one] { $figures } foto nueva.
       *[other] { $figures } fotos nuevas.
    }
coming-changed =
    { $count ->
        [one] { $figures } archivo había cambiado.
       *[other] { $figures } archivos habían cambiado.
    }
coming-missing =
    { $count ->
        [one] { $figures } archivo ya no está; su foto se queda.
       *[other] { $figures } archivos ya no están; sus fotos se quedan.
    }
coming-could-not =
    { $count ->
        [one] { $figures } archivo no se pudo leer o mostrar.
       *[other] { $figures } archivos no se pudieron leer o mostrar.
    }
coming-asked-not-to =
    { $count ->
        [one] { $figures } carpeta pidió que no se mirara en ella.
       *[other] { $figures } carpetas pidieron que no se mirara en ellas.
    }
coming-stopped = Se detuvo antes del final y seguirá desde ahí.
coming-led-out =
    { $count ->
        [one] { $figures } enlace lleva a donde no se pueden buscar fotos, y se pasó por alto.
       *[other] { $figures } enlaces llevan a donde no se pueden buscar fotos, y se pasaron por alto.
    }
coming-trouble-not-allowed = Aquí ya no se pueden buscar fotos. Quien lleva Perennial puede permitirlo con --photos, o nombrar la carpeta al iniciarlo.
coming-trouble-folder = No se pudo abrir la carpeta. ¿Está conectado su disco?
coming-trouble-keeping = No se pudo guardar lo encontrado. ¿Queda sitio en el disco, y puede Perennial escribir allí?
coming-trouble-worker = No se pudieron examinar los archivos. El registro del servidor dice más.
coming-trouble-panicked = Un error de Perennial lo interrumpió. El registro del servidor dice más.
coming-trouble-ended = Perennial terminó en mitad de ello varias veces.
coming-trouble-other = Algo lo impidió. El registro del servidor dice más.
coming-let-go = Dejar de mirar aquí
coming-let-go-about = Las fotos nuevas de esta carpeta dejarán de llegar. Las que ya están dentro se quedan, y la carpeta también.
coming-let-go-do = No mirar más aquí
coming-let-go-done = Ya no se mira en esa carpeta. Sus fotos se quedan.
coming-add = Mirar en una carpeta más
coming-add-hint = Su ruta completa en la máquina en la que funciona Perennial, como /home/ana/Fotos.
coming-add-do = Mirar aquí
coming-added = Desde ahora se mira en:
coming-took-in =
    { $count ->
        [one] Una carpeta que está dentro forma ahora parte de ella.
       *[other] { $figures } carpetas que están dentro forman ahora parte de ella.
    }
coming-name-a-folder = Vuelve atrás y escribe una carpeta.
coming-refused-empty = No se escribió ninguna carpeta. Pon su ruta completa, como /home/ana/Fotos.
coming-refused-not-whole = No es una ruta completa. Ponla desde la raíz, como /home/ana/Fotos.
coming-refused-not-here = Ahí no hay ninguna carpeta de la que se puedan tomar fotos. Quizá ayude revisar cómo está escrito, o si su disco está conectado. Quien lleva Perennial dice dónde puede haber fotos, con --photos.
coming-refused-not-there = No hay nada con ese nombre en esta máquina. Quizá ayude revisar cómo está escrito, o si su disco está conectado.
coming-refused-not-a-folder = Esto es un archivo. Escribe la carpeta en la que está.
coming-refused-not-readable = Perennial no puede mirar en esta carpeta. Deja que la lea el usuario con el que funciona e inténtalo de nuevo.
coming-refused-own = Ahí guarda Perennial sus propias cosas. Servirá otra carpeta.
coming-refused-known = Ya se mira en esta carpeta. No hace falta nada más.
coming-refused-inside = Esta carpeta es parte de { $folder }, en la que ya se mira. No hace falta nada más.
coming-refused-too-long = Esta ruta es demasiado larga para guardarla. Servirá una carpeta con una más corta.
coming-all-read = Se pudieron leer todos los archivos.
coming-unread =
    { $count ->
        [one] { $figures } archivo no se pudo leer
       *[other] { $figures } archivos no se pudieron leer
    }

# Lo que se hace detrás de las páginas.
work-title = Detrás de las páginas
work-looking = Mirar en una carpeta
work-settling = Ver qué fotos van juntas
work-wording = Anotar con qué palabras se encuentran las fotos
work-letting-go = Soltar lo que se quitó
work-measuring = Medir cuánto ocupa todo
work-other = Otra tarea
work-runs = Está en marcha.
work-tried-again = Se vuelve a intentar el { $day } a las { $time }.
work-given-up = Se intentó varias veces, la última el { $day } a las { $time }, y espera a que lo pidas.
work-try-again = Volver a intentarlo
work-tried = Se vuelve a intentar.

# Lo que no se pudo leer.
unread-title = Lo que no se pudo leer
unread-about = Estos archivos se dejan como están. Cada uno se intenta de nuevo cuando cambia.
unread-reasons = Por motivo
unread-all = Todos
unread-files = Archivos
unread-no-more = No hay más.
unread-pages = Páginas de archivos
unread-first = Los últimos
unread-next = Anteriores
unread-empty = El archivo está vacío
unread-truncated = El archivo termina demasiado pronto
unread-unknown-format = No es un tipo de imagen o vídeo que Perennial conozca
unread-too-large = Más grande de lo que Perennial puede mostrar
unread-broken = Dañado, o de un tipo poco común
unread-no-preview = Un archivo RAW sin imagen dentro
unread-no-ffmpeg = Un vídeo, y en esta máquina no hay ffmpeg para sacar una imagen de él
unread-crashed = Al leerlo falló un proceso; nada más sufrió daño
unread-timed-out = Leerlo llevó demasiado tiempo
unread-unreadable = El sistema no deja que Perennial lo lea
unread-other = Otro motivo
