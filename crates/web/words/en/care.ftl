# The care page, and what is listed there.

care-title = Care
care-about = What you keep with care, and how it is met. All of it is yours alone, and can be changed at any time.
care-none = Nothing is kept here. Whatever it is, a kind and one date are enough to begin with.
care-still-right = Is this still right?
care-keep-a-year = Yes, and ask again in a year
care-keep = Yes, keep it
care-change = Change it
care-offer = Somebody offers you something to keep with care
care-offer-from = { $name } offers you something to keep with care
care-offer-about = You can look at it, meet it in your own way, or leave it. Nobody is told which.
care-offer-look = Look at it
care-offer-decline = Leave it
care-days =
    { $count ->
        [one] { $figures } day of your own
       *[other] { $figures } days of your own
    }
care-days-about = Days that you want to meet in your own way, each year.
care-ahead-about = What the coming days hold, in words.
care-log-about = What was shown, asked and changed, for your eyes alone.
care-caution = Caution
care-caution-about = Where signs say that a moment may be tender, it asks before it is shown, even when nobody said anything of it. It names nothing, and keeps nothing away.
caution-title = What it asks about
caution-about = Moments and photos in your library that nobody marked and that may be tender. Each opens only when you open it, and then you can welcome it from now on. In memories it asks a little more often.
caution-none = There is nothing in your library that it asks about.
caution-this-year = This year
caution-some-time = Some time
caution-open-which = Open it: { $which }
caution-more =
    { $count ->
        [one] { $figures } more moment asks first.
       *[other] { $figures } more moments ask first.
    }
care-caution-is-on = It is on.
care-caution-is-off = It is off.
care-caution-on = Switch it on
care-caution-off = Switch it off
care-library-shows = What the library shows
care-library = The library shows everything
care-library-is-quiet = What is kept away is not in your library, and what asks first is a quiet tile.
care-library-is-open = Your library shows everything, also what is kept away or asks first. Memories never do.
care-library-ask = What it would mean to show everything
care-library-quiet = Let the library be quiet again
care-library-means = Library, search, people and places would then show all photos like any others: what you keep away, what asks first, and what was put away. They may meet you while you look for something else.
care-library-never = Memories stay as they are: nothing that you keep away or want to be asked about comes back by itself.
care-library-do = Show everything in the library
care-library-not = Leave it quiet
care-done-reviewed = It stays as it is.
care-done-caution-on = Caution is on.
care-done-caution-off = Caution is off.
care-done-library-open = The library shows everything now. Memories do not.
care-done-library-quiet = The library is quiet again.
care-done-declined = It is left. Nobody is told.
care-done-offer-back = It waits for your answer again.

# Hard days.
days-title = Hard days
days-none = There are no days here. A day that you add comes round each year, and nothing is offered on it but what you choose.
days-about = When one of these days comes round, nothing is offered on it but what you chose.
days-own = Days of your own
days-of-losses = Days of what you keep with care
days-add = Add a day
days-add-do = Add it
days-date-hint = As you would write it: 14 February, or 14 February 2019. It comes round each year from then on.
days-observance = Or a day of the calendar
days-observance-none = None of these
days-observance-hint = Its date is found anew each year. Which days are here goes by your countries, in the settings.
days-one-of-two = Choose a date or a day of the calendar, not both.
days-called = What you call it
days-plan-do = Keep this
days-plan-which = Keep this for: { $which }
days-remove = Remove this day
days-remove-which = Remove this day: { $which }
days-picked =
    { $count ->
        [one] { $figures } photo is picked for a quiet look
       *[other] { $figures } photos are picked for a quiet look
    }
days-pick-hint = On the page of any photo you can pick it for this day.
days-take-out = Take it out
days-take-out-which = Take it out: { $which }
days-look = Look at what you picked
days-look-away = What you picked for this day is put away, so there is nothing to look at.
days-done-added = The day is added. It is met as you chose.
days-done-removed = The day is removed.
days-done-back = The day is back.
days-change = Change this day
days-change-do = Save it
days-done-plan = That is how the day is met from now on.
days-done-changed = The day is changed.
days-done-as-it-was = The day is as it was.
days-done-picked = It is picked for a quiet look.
days-done-unpicked = It is taken out of the quiet look.
hard-yours = A day of yours
hard-of-the-calendar = A day of the calendar
hard-around = { $day }, with { $around }
hard-before =
    { $count ->
        [one] the day before
       *[other] { $figures } days before
    }
hard-after =
    { $count ->
        [one] the day after
       *[other] { $figures } days after
    }

# By hand, on the page of a photo or a moment.
hand-title = Belongs to what I keep with care
hand-in = It belongs to this
hand-out = It does not belong to this
hand-stands-for-it = It stands for this
hand-neither = Leave it to what I said
hand-done-in = It belongs to what you keep with care now.
hand-done-out = It no longer belongs to what you keep with care.
hand-done-example = It stands for what you keep with care now: what is like it is met in the same way.
hand-done-neither = What you said of the whole counts for it again.
pick-title = Pick for a quiet look
pick-for = For which day
pick-do = Pick it
loss-since-day = What you keep since { $day }
