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
caution-about = Everything that it asks about, in memories too, though nobody marked it. Each opens only when you open it, and then you can welcome it from now on.
caution-none = There is nothing in your library that it asks about.
caution-words = By words that go with it
caution-days = By the days that it is of
caution-tender = It may be a tender time
caution-count =
    { $count ->
        [one] { $figures } moment asks first.
       *[other] { $figures } moments ask first.
    }
caution-fine-about = If these are fine, nothing of this kind asks any more, whatever comes in later.
caution-fine-do = These are fine
caution-is-fine = You said that these are fine.
caution-ask-again = Ask again
caution-ask-again-which = Ask again: { $which }
caution-done-fine = Nothing of that kind asks any more.
caution-done-again = That kind asks first again.
caution-this-year = This year
caution-some-time = Some time
caution-open-which = Open it: { $which }
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

# What is wanted of pictures with somebody, said once.
sight-title = Pictures with somebody
sight-about = Each is asked once, and only here. There is no need to answer.
sight-of = Pictures with { $name }
sight-as-they-come = as they come
sight-ask-first = ask me first
sight-away = stay away for now
sight-away-until = stay away until { $until }, and ask me first from then on
sight-as-they-come-do = As they come
sight-ask-first-do = Ask me first
sight-away-do = Stay away for now
sight-until = Stay away until a day
sight-until-day = The first day on which they ask first instead
sight-said = What you said
sight-unsay = Take it back
sight-unsay-which = Take it back: { $name }
sight-done = It is kept as you said.
sight-done-back = It is as it was before.

# What more may be kept away, at the moment at which something was put away for good.
more-keep = Keep more of this away?
more-title = Keep more of this away
more-about = Each of these is a choice of its own, and can be taken back. If you leave, nothing more is kept away.
more-nothing = There is nothing more to choose here. What you put away stays away.
more-back = Back to where you were
more-day = That whole day
more-day-about = Everything that was taken on it stays away.
more-weeks = The weeks around it
more-weeks-about = Two weeks before it, and two weeks after it.
more-place = The place where it was
more-place-about = Whatever was taken there stays away, at any time.
more-person = Pictures with { $name }
more-person-about = They stay away for now, at any time.
more-done = That stays away, too.
why-person = What you said of pictures with somebody who is in it: { $said }.
why-copy = It is a copy of something that you put away.
