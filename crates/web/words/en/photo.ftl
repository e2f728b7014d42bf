# One photo.

photo-not-shown = This one cannot be shown.
photo-not-shown-why = This one cannot be shown: { $why }.
photo-neighbours = Photos of this moment
photo-before = Before
photo-after = After
photo-when = When
photo-where = Where
photo-who = Who
photo-title = Title
photo-camera = Camera
photo-file = File
photo-missing = It is not where it was. The photo stays here until you remove it.
photo-place-source = Place names: GeoNames (CC BY 4.0).

# How a date is known.
known-owner = as you said
known-camera = by the camera’s clock
known-gps = by satellite time
known-sidecar = by the sidecar beside it
known-file-name = by the file’s name
known-doubtful = by a clock that may have been wrong, so it makes no memory
known-scan = when it was scanned, so it makes no memory
known-file-time = by the file’s own time, so it makes no memory
