# One photo.

photo-not-shown = This one cannot be shown.
photo-not-shown-why = This one cannot be shown: { $why }.
photo-neighbours = Photos of this moment
photo-before = Before
photo-after = After
photo-when = When
photo-where = Where
photo-who = Who
photo-name = Say who is in it
photo-not-in = { $name } is not in it
photo-not-in-now = The name is taken out of this photo. What is put away stays away.
photo-name-do = Keep the name
photo-title = Title
photo-camera = Camera
photo-file = File
photo-missing = It is not where it was. The photo stays here until you remove it.
photo-acts = What you can do with this photo
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

# Large.
photo-zoom = Larger: { $what }
photo-zoom-close = Close
photo-zoom-larger = Larger
photo-zoom-smaller = Smaller

# Its date.
photo-date = When was it?
photo-date-unknown = nobody knows yet
photo-date-correct = Correct the date
photo-date-hint = A day like 2019-05-04 or 4 May 2019, with an hour if you know it (2019-05-04 16:30), a month, a year, or “about 1956”. What is put away stays away.
photo-date-keep = Keep this date
photo-date-back = Back to what the file says
photo-date-leave = Leave it as it is
photo-date-changed = Meanwhile the date was changed elsewhere, to { $date }. What you wrote is below; it counts if you keep it now.
photo-date-not-understood = This was not understood as a date. Nothing has changed.
photo-dated = The date is kept.
photo-date-is-back = What the file says counts again.
photo-clock-wrong = The camera’s clock was wrong by { $length }.
photo-clock-look = Look at its other photos
photo-shifted = The photos of this camera are moved.
photo-shift-is-back = They are where they were.

# A camera whose clock was wrong.
clock-title = A clock that was wrong
clock-behind = The clock was { $length } behind.
clock-ahead = The clock was { $length } ahead.
clock-leave = Back to the photo
clock-days-hint = If the clock was wrong only for a while, name the days as the camera noted them. Without days, all of its photos move.
clock-from = First day
clock-to = Last day
clock-look = Look again
clock-example = What would move
clock-photos =
    { $count ->
        [one] { $figures } photo would move
       *[other] { $figures } photos would move
    }
clock-example-moves = This one, for example: from { $before } to { $after }.
clock-by-hand = Photos that you dated by hand stay as you said. You can undo this. What is put away stays away.
clock-do = Move them
clock-none = No other photo would move.
clock-days-not-understood = Go back and choose the days once more.
clock-changed-meanwhile = The date was corrected again meanwhile, and by how much the clock was wrong is another length of time now. Go back and look once more.
clock-out-of-time = Some photos would lie outside of all years, so nothing was moved. Go back and choose fewer days.
length-days =
    { $count ->
        [one] { $figures } day
       *[other] { $figures } days
    }
day-of-the-year = { $day } { $month }

# Why it is here.
photo-why = Why is this here?
photo-why-returns = It came with your folders. It returns on { $day } with the rest of its moment, from its first year on.
photo-why-hidden = It came with your folders, and you hid it: it never returns by itself.
photo-why-not-shown = It came with your folders. It cannot be shown, so it never returns by itself.
photo-why-screen = It came with your folders. It looks like a screenshot or a paper, so it never returns by itself.
photo-why-undated = It came with your folders. Nothing tells when it was taken, so it never returns by itself.
photo-why-doubtful = It came with your folders. Its date may not be the day it was taken, so it never returns by itself. If you know the day, correct it.
photo-why-vague = It came with your folders. Its day is not known, so it never returns by itself.
photo-why-left-out = It came with your folders. It was marked as rejected, or its folder asks for no memories, so it never returns by itself.

# What can be done with it.
photo-turn-left = Turn left
photo-turn-right = Turn right
photo-turned = It is turned. The original stays as it is.
photo-original = Download the original
photo-original-away = The original is not where it was. If its disk or folder is away, connect it and look for new photos; nothing here is lost.
photo-part = Begin a new moment here
photo-hide = Hide it, like a screenshot or a receipt
photo-unhide = Show it again
photo-is-hidden = This photo is hidden: it stays in your library and never returns by itself.
photo-hidden-now = It is hidden.
photo-unhidden = It is shown again.
photo-remove = Remove it
photo-remove-hint = It leaves your library. Its file stays where it is. You can take this back for 30 days.
photo-remove-do = Remove this photo
photo-removed = The photo is removed.
photo-restored = The photo is back.
removed-link = Removed photos
removed-title = Removed photos
removed-none = Nothing was removed in the last 30 days.
removed-about = Removed in the last 30 days. After that they are gone for good; their files stay where they are.
removed-until = can be taken back until { $day }
removed-restore = Take it back
removed-restore-which = Take it back: { $which }
removed-earlier = Earlier ones
