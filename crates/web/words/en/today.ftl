# Today, memories, and putting them away.

today-days = Days
today-memories =
    { $count ->
        [1] One memory.
        [2] Two memories.
        [3] Three memories.
        [4] Four memories.
        [5] Five memories.
        [6] Six memories.
        [7] Seven memories.
        [8] Eight memories.
        [9] Nine memories.
        [10] Ten memories.
        [11] Eleven memories.
        [12] Twelve memories.
       *[other] { $figures } memories.
    }
today-side-by-side =
    { $count ->
        [one] One photo
       *[other] { $figures } photos, side by side
    }
today-earlier = The photo before
today-later = The next photo
today-see-all = See all { $figures } photos
today-see = See the photos
today-why = Why this
today-empty = No photos yet
today-empty-hint = Name a folder of photos, and they come in by themselves. The folder is only read, never written to.
today-empty-do = Bring photos in
today-first = The first photos are on their way
today-first-hint = You can leave this page open, or come back later.
today-came-in = Show what came in
today-quiet = A quiet day
today-quiet-hint = Nothing returns on this day, and that is fine.
today-back = Back to today

# A memory in words. "part" is a part of a day, as in the middle of a sentence.
memory-title = { $ago }, { $what }
memory-where = { $part } in { $town }
memory-birthday =
    { $count ->
        [1] { $name }, one today
        [2] { $name }, two today
        [3] { $name }, three today
        [4] { $name }, four today
        [5] { $name }, five today
        [6] { $name }, six today
        [7] { $name }, seven today
        [8] { $name }, eight today
        [9] { $name }, nine today
        [10] { $name }, ten today
        [11] { $name }, eleven today
        [12] { $name }, twelve today
       *[other] { $name }, { $figures } today
    }
memory-birthday-then =
    { $count ->
        [1] { $name }, one on this day
        [2] { $name }, two on this day
        [3] { $name }, three on this day
        [4] { $name }, four on this day
        [5] { $name }, five on this day
        [6] { $name }, six on this day
        [7] { $name }, seven on this day
        [8] { $name }, eight on this day
        [9] { $name }, nine on this day
        [10] { $name }, ten on this day
        [11] { $name }, eleven on this day
        [12] { $name }, twelve on this day
       *[other] { $name }, { $figures } on this day
    }
memory-over-the-years = Over the years
memory-why-day = It was on this day of the year.
memory-why-leap-day = It was 29 February. This year has no such day, so it returns on the 28th.
memory-why-birthday = It is { $name }’s birthday: a picture from each year of their life.
part-morning = a morning
part-afternoon = an afternoon
part-evening = an evening
part-night = a night
part-weekday = a { $weekday }

# A photo in words, for those who do not see it.
alt-photo = A photo
alt-photo-of = A photo of { $who }
alt-video = A video
alt-video-of = A video of { $who }
alt-when = { $what }, { $when }

# Putting away, and what is put away.
away-not-this = Not this one
away-what-memory = Put this memory away. You can undo it.
away-moment = Put this moment away
away-what-moment = Put this moment away. You can undo it.
away-day = Put this whole day away
away-what-day = Put all of this day away. You can undo it.
away-photo = Put it away
away-what-photo = It leaves every page, the library too. You can undo it, and let it return at any time.
away-today = Just for today
away-this-year = Not this year
away-never = Never
away-done = It is put away.
away-done-today = It is put away for today.
away-done-then = It is put away for that day.
away-done-photo = The photo is put away, out of the library too.
away-done-moment = The moment is put away, out of the library too.
away-done-birthday = These birthdays are put away. Their photos stay.
away-done-observance = Memories of this day of the calendar are put away. Their photos stay.
away-done-day = The day is put away, out of the library too.
away-back = It is back.
away-as-before = It is as it was before.
away-title = Put away
away-none = Nothing is put away.
away-by-losses =
    { $count ->
        [one] You put nothing away by hand. { $figures } photo stays away with what you keep with care.
       *[other] You put nothing away by hand. { $figures } photos stay away with what you keep with care.
    }
away-about = What you asked not to see. It stays away until you let it return, or until its time is over.
away-return = Let it return
away-return-which = Let it return: { $which }
away-for-good = { $what }, for good; since { $since }
away-until = { $what }; it may return on { $until }, put away since { $since }
away-a-photo = A photo
away-a-moment = A moment
away-a-photo-of = A photo of { $day }
away-a-moment-of = A moment of { $day }
away-birthdays = Somebody’s birthdays
away-observance = Memories of { $day }
away-the-day = { $day }
