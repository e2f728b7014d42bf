# Los ajustes, y cuánto ocupa todo.

settings-title = Ajustes
settings-account = Tú
settings-account-about = Tu nombre, contraseña, idioma, zona horaria y países.
settings-passkeys = Llaves de acceso
settings-passkeys-about = Entra con tu teléfono o una llave en lugar de una contraseña.
settings-codes = Códigos de recuperación
settings-codes-about = Una forma de entrar cuando todo lo demás se ha perdido. Mejor guardarlos en papel.
settings-sessions = Dónde has entrado
settings-sessions-about = Cada dispositivo, y cómo cerrar su sesión.
settings-coming-about = Las carpetas de las que llegan fotos, lo que ocurre ahora mismo y lo que no se pudo leer.
settings-away-about = Lo que pediste no ver, y cómo dejar que vuelva.
settings-tokens = Claves para programas
settings-tokens-about = Lo que otros programas pueden leer o cambiar en tu nombre.
settings-help-about = Lo que Perennial hace y lo que no hace nunca.
settings-storage = Espacio
settings-originals = Originales, donde están
settings-renditions = Imágenes hechas para las páginas
settings-database = Base de datos
settings-free = Libre en el disco de datos
settings-measuring = Aún sin medir
settings-storage-about = Los originales están en tus propias carpetas y no ocupan espacio de Perennial. Las imágenes hechas para las páginas se miden después de que lleguen fotos.
settings-version = Perennial { $version }, con { $engine }.
