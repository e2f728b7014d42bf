# Places, by country and town.

places-title = Places
places-none = No photo tells where it was taken yet.
places-unknown = Somewhere
places-towns =
    { $count ->
        [one] { $figures } town
       *[other] { $figures } towns
    }
places-source = Place names: GeoNames (CC BY 4.0).
