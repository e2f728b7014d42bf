# Lugares.

places-title = Lugares
places-none = Ninguna foto dice todavía dónde se hizo.
places-unknown = En algún lugar
places-towns =
    { $count ->
        [one] { $figures } población
       *[other] { $figures } poblaciones
    }
places-source = Nombres de lugares: GeoNames (CC BY 4.0).
