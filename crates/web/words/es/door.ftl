# La puerta: primera visita, entrar, recuperar el acceso y los ajustes de la cuenta.

door-name = Tu nombre
door-password = Contraseña
door-language = Idioma
door-zone = Zona horaria
door-zone-hint = El día empieza y termina donde vives.
door-country-none = Ninguno por ahora
door-country-hint = Su Día de la Madre, sus fiestas y sus otros días señalados son entonces los tuyos. Los de todo el mundo lo son siempre.
door-wait = Se ha intentado demasiadas veces seguidas. Puedes probar de nuevo dentro de { $time }.
door-fill-in = Vuelve atrás y rellena los campos.
door-nobody = Sesión cerrada
door-nobody-sentence = Aquí no se ve nada sin iniciar sesión.
door-nobody-hint = Inicia sesión o envía una clave que siga siendo válida.
door-narrow = No con esta clave
door-narrow-sentence = Esta clave no sirve para eso.
door-crowded = Muchos a la vez
door-crowded-sentence = Ahora mismo intentan entrar más de los que se pueden atender.
door-crowded-hint = Vuelve a intentarlo en un momento.
door-narrow-hint = Su dueño puede crear otra en los ajustes.

sign-in-title = Iniciar sesión
sign-in-do = Entrar
sign-in-refused = El nombre y la contraseña no coinciden.
sign-in-out = Has cerrado la sesión.
sign-in-used = Ese enlace ya se usó o ha caducado. Puedes entrar desde aquí.
once-title = Entrar
once-about = Este enlace se imprimió en esta máquina. Sirve una vez.
once-do = Entrar
sign-in-otherwise = Una llave de acceso o un código de recuperación no tienen que esperar, ni un navegador en el que ya hayas entrado.
sign-in-lost = No puedo entrar
sign-in-passkey = Entrar con una llave de acceso
passkey-failed = No ha funcionado. Puedes intentarlo otra vez o usar tu contraseña.

password-hint = Diez caracteres o más. Van bien unas cuantas palabras que solo tú juntarías.
password-short = La contraseña necesita diez caracteres o más.
password-long = La contraseña es demasiado larga: como mucho, mil bytes.
name-missing = Hace falta un nombre para iniciar sesión.
zone-unknown = Aquí no se conoce esa zona horaria.

recover-title = Entrar con un código de recuperación
recover-about = Los códigos se mostraron al configurar Perennial. Cada uno sirve una vez y te deja elegir una contraseña nueva. Entonces se cierra tu sesión en todos los demás sitios y se retiran todas las claves para programas.
recover-code = Código de recuperación
recover-password = Contraseña nueva
recover-do = Guardar la contraseña y entrar
recover-refused = El nombre y el código no coinciden, o el código ya se usó.
recover-none = ¿No te quedan códigos? Quien lleva la máquina puede poner allí una contraseña nueva:
recover-back = Volver a iniciar sesión

set-up-title = Te damos la bienvenida
set-up-about = Primero, unas pocas cosas. Todo se puede cambiar después y nada sale de esta máquina.
set-up-code = Código del terminal
set-up-code-hint = Perennial lo mostró donde se inició. Así solo tú puedes configurarlo.
set-up-code-wrong = Ese no es el último código que se mostró.
set-up-folder = Carpeta de fotos, en la máquina donde está Perennial
set-up-folder-hint = La ruta completa, por ejemplo /home/elin/Fotos. Las fotos nunca se modifican. Después puedes añadir más carpetas.
set-up-country = País cuyos días te importan
set-up-do = Configurar

codes-title = Códigos de recuperación
codes-about = Si algún día pierdes la contraseña, uno de estos códigos te deja entrar otra vez. Imprímelos o apúntalos y guárdalos con tus otros papeles.
codes-once = Solo se muestran esta vez. Cada uno sirve una sola vez.
codes-kept = Ya los he guardado
codes-left =
    { $count ->
        [0] No te queda ningún código.
        [one] Te queda un código.
       *[other] Te quedan { $figures } códigos.
    }
codes-new-about = Los nuevos sustituyen a todos los anteriores. Con un código se puede poner otra contraseña, así que antes se pide la actual.
codes-new = Crear códigos nuevos

account-keep = Guardar
account-kept = Guardado.
account-meanwhile = Mientras tanto se cambió en otra ventana. Mira lo que está escrito aquí; al guardar queda tal como está.
account-name-taken = Otra persona ya entra con ese nombre.
account-country-more = Otro país
account-country-more-still = Y otro país
account-password = Contraseña nueva
account-password-about = Al ponerla se cierra tu sesión en todos los demás sitios y se retiran todas las claves para programas. Las llaves de acceso siguen sirviendo.
account-password-known = Contraseña actual
account-password-do = Guardar la contraseña
account-password-kept = La contraseña nueva está puesta. Tu sesión se ha cerrado en los demás sitios.
account-password-keys = También se han retirado las claves para programas. Las llaves de acceso siguen sirviendo. Aquí puedes crearlas y quitarlas:
account-password-wrong = Esa no es tu contraseña actual.

sessions-device = { $browser } en { $system }
sessions-device-unknown = Un dispositivo que no dice cuál es
sessions-this = este
sessions-seen = Usado por última vez el { $day }
sessions-since = sesión iniciada el { $day }
sessions-sign-out = Cerrar sesión
sessions-end = Cerrar sesión allí
sessions-end-which = Cerrar sesión allí: { $device }
sessions-end-others = Cerrar sesión en los demás sitios
sessions-ended = La sesión está cerrada allí.
sessions-others-ended = La sesión está cerrada en los demás sitios.

tokens-about = El programa al que se la des podrá hacer en tu nombre lo que elijas aquí, y nada más.
tokens-made = Cópiala ahora. Solo se muestra esta vez.
tokens-new = Una nueva
tokens-name = Para qué es
tokens-name-missing = Vuelve atrás y ponle un nombre para reconocerla.
tokens-good-for = Qué puede hacer
tokens-scope-missing = Vuelve atrás y elige algo que pueda hacer.
tokens-read = Ver
tokens-write = Cambiar
tokens-import = Traer fotos
tokens-care = También lo que guardas con cuidado
tokens-care-hint = Pérdidas, deseos, los días que vienen y por qué algo se mantiene lejos. La mayoría de los programas no lo necesita. Sin ello, lo que se mantiene lejos es como si no estuviera.
tokens-ends = Cuánto tiempo
tokens-days = { $figures } días
tokens-for-good = Hasta que la retires
tokens-until = hasta el { $day }
tokens-used = usada por última vez el { $day }
tokens-unused = sin usar todavía
tokens-make = Crear
tokens-revoke = Retirar
tokens-revoke-which = Retirar: { $name }
tokens-revoked = Retirada: ya no abre nada.

passkeys-about = La guarda tu teléfono, tu ordenador o tu gestor de contraseñas, y entras con un toque.
passkeys-since = creada el { $day }
passkeys-name = Cómo llamarla
passkeys-make = Crear una llave de acceso
passkeys-made = La llave de acceso está lista. Desde ahora puedes entrar con ella.
passkeys-not-made = No se ha creado ninguna llave. Puedes intentarlo otra vez.
passkeys-remove = Quitar
passkeys-remove-which = Quitar: { $name }
passkeys-removed = Quitada: ya no abre nada.
passkeys-script = Para crear una llave de acceso hace falta JavaScript. La contraseña funciona sin él.
passkeys-by-name = Las llaves de acceso necesitan que llames a Perennial por el nombre localhost, o por https y un nombre; no por un número.
