# Una foto.

photo-not-shown = Esta no se puede mostrar.
photo-not-shown-why = Esta no se puede mostrar: { $why }.
photo-neighbours = Fotos de este momento
photo-before = Antes
photo-after = Después
photo-when = Cuándo
photo-where = Dónde
photo-who = Quién
photo-title = Título
photo-camera = Cámara
photo-file = Archivo
photo-missing = No está donde estaba. La foto se queda aquí hasta que la quites.
photo-place-source = Nombres de lugares: GeoNames (CC BY 4.0).

known-owner = como dijiste
known-camera = por el reloj de la cámara
known-gps = por la hora de los satélites
known-sidecar = por el archivo que la acompaña
known-file-name = por el nombre del archivo
known-doubtful = por un reloj que quizá iba mal, así que no trae recuerdos
known-scan = cuando se escaneó, así que no trae recuerdos
known-file-time = por la hora del propio archivo, así que no trae recuerdos
