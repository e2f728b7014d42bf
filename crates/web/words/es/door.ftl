# La puerta: primera visita, entrar, recuperar el acceso y los ajustes de la cuenta.

door-name = Tu nombre
door-password = Contraseña
door-language = Idioma
door-zone = Zona horaria
door-zone-hint = El día empieza y termina donde vives.
door-country-none = Ninguno por ahora
door-wait = Se ha intentado demasiadas veces seguidas. Puedes probar de nuevo dentro de { $time }.
door-fill-in = Vuelve atrás y rellena los campos.
door-nobody = Sesión cerrada
door-nobody-sentence = Aquí no se ve nada sin iniciar sesión.
door-nobody-hint = Inicia sesión o envía un token que siga siendo válido.
door-narrow = No con este token
door-narrow-sentence = Este token no sirve para eso.
door-narrow-hint = Su dueño puede crear otro en los ajustes.

sign-in-title = Iniciar sesión
sign-in-do = Entrar
sign-in-refused = El nombre y la contraseña no coinciden.
sign-in-out = Has cerrado la sesión.
sign-in-used = Ese enlace ya se usó o ha caducado. Puedes entrar desde aquí.
sign-in-lost = No puedo entrar
sign-in-passkey = Entrar con una llave de acceso
passkey-failed = No ha funcionado. Puedes intentarlo otra vez o usar tu contraseña.

password-hint = Diez caracteres o más. Van bien unas cuantas palabras que solo tú juntarías.
password-short = La contraseña necesita diez caracteres o más.
password-long = La contraseña es demasiado larga: como mucho, mil bytes.
name-missing = Hace falta un nombre para iniciar sesión.
zone-unknown = Aquí no se conoce esa zona horaria.

recover-title = Entrar con un código de recuperación
recover-about = Los códigos se mostraron al configurar Perennial. Cada uno sirve una vez y te deja elegir una contraseña nueva.
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
set-up-country = País cuyos días te importan
set-up-do = Configurar

codes-title = Códigos de recuperación
codes-about = Si algún día pierdes la contraseña, uno de estos códigos te deja entrar otra vez. Imprímelos o apúntalos y guárdalos con tus otros papeles.
codes-once = Solo se muestran esta vez. Cada uno sirve una sola vez.
codes-kept = Ya los he guardado
