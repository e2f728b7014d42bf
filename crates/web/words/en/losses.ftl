# A loss: said once, with how far it reaches.

loss-new-title = Something to keep with care
loss-new-about = Say it in as few words as you like. It is yours alone.
loss-one-title = Kept with care
loss-since = { $day }
loss-look-title = What this reaches
loss-look-about = All of it, to be changed as you like. Nothing is kept yet.
loss-kind = What happened
loss-called = A name, or a few words
loss-called-hint = What you call it, for your eyes alone. It may stay empty.
loss-people = Who it is about
loss-people-hint = A name as it is in your photos. Nobody needs to be named.
loss-person = Name
loss-began = When it began
loss-due = The day a birth was expected
loss-wedding = A wedding day
loss-show = Show what this reaches
loss-save = Save
loss-save-hint = It counts from now on, and can be taken back at any time.
loss-look-again = Nothing is saved yet. What you wrote is still here.
loss-unknown-who = Nobody in your photos has this name
loss-unknown-leave = Go on without it
loss-unknown-hint = It may be written another way, or stand as the name of what is kept. No name is needed.
loss-days = Days that return
loss-days-hint = When one of these comes round, nothing is offered but what you chose for it. A row without a date is left out.
loss-another-day = Add another day
loss-returning = A day that returns
loss-what = Which day
loss-date = Date
loss-plan = When it returns
loss-ages = “Would have been six” may be said on a birthday
loss-periods-hint = One or more. Without a last day it goes on. A row without dates is left out.
loss-period = A time
loss-from = First day
loss-to = Last day
loss-what-happened = What happened, and to whom
loss-words = Private words
loss-words-hint = For your eyes alone. They are shown on this page and nowhere else.
loss-places = Places
loss-places-hint = A town of your photos, or a point such as 45.9, -123.96 with how far around it.
loss-place = Town, or latitude and longitude
loss-place-radius = How far around a point, such as 500 m or 2 km
loss-around-it = Who was there, albums and words
loss-companions = Who was with you then
loss-companions-hint = Photos of them from that time belong to it too.
loss-companion = Name
loss-tags = Albums, keywords and words
loss-tags-hint = One a line. A photo with all words of a line belongs to it.
loss-later = Looking at it again
loss-review = From when on to ask whether this is still right
loss-review-hint = The question waits on the care page, and nobody reminds you of it. Empty: never.
loss-acts = What else you can do
loss-remove = Remove all of this
loss-remove-hint = What it kept back may return at once. Your photos stay as they are, and removing can be undone.
loss-remove-do = Remove it
loss-done-kept = It is kept, and counts from now on.
loss-done-changed = The change is kept, and counts from now on.
loss-done-removed = It is removed. What it kept back may return.
loss-done-back = It is back, as it was.
loss-done-as-it-was = It is as it was before.

# What is not understood, each with a hint.
loss-kind-missing = One of these is needed; “Something else” is one of them.
loss-not-a-day = This is not a day that can be read. Try 28 September 2020, or 2020-09-28.
loss-ends-first = A time ends before it begins. Look at its first and its last day.
loss-no-day = Neither a day nor a time says when it was. One of them is needed.
loss-unknown-day = A day that returns needs a date.
loss-around = Before and after a day that returns there can be 0 to 14 days.
loss-too-wide = So many days around it cannot be kept; up to 3,660 can, which is ten years.
loss-radius = This is not a radius that can be kept. Try 500 m or 2 km; half around the world is the most.
loss-unknown-place = This is no town of your photos. Try another spelling, or a point such as 45.9, -123.96.
loss-unknown-names = Nobody in your photos has one of these names. You can write it another way, or go on without it.
loss-too-many =
    { $count ->
        [one] { $figures } of these can be kept. An album or a longer time may say the same.
       *[other] At most { $figures } of these can be kept. An album or a longer time may say the same.
    }
loss-too-long = Some of these words are too long to keep. Shorter ones will do.
loss-not-kept = It could not be kept just now. Try once more.
loss-meanwhile = It was changed in another window meanwhile. Look at what you wrote here; “Save” keeps it as it stands.

# Kinds.
kind-death = Somebody died
kind-pregnancy-loss = A pregnancy or a baby
kind-separation = Somebody I parted from
kind-illness = An illness
kind-animal = An animal
kind-home = A home
kind-other = Something else

# The same on a list, where it is read on every visit.
kept-of = { $what }, { $day }

# Wishes.
want-keep-away = Keep away
want-ask-first = Ask first
want-welcome = Welcome
want-nothing = Says nothing

# What is wanted for a day that returns.
plan-silence = Silence
plan-quiet-look = A quiet look at what I picked
plan-as-usual = As usual

# Which day it is.
what-the-day = The day itself
what-due-date = The day a birth was expected
what-birthday = A birthday
what-wedding-day = A wedding day
what-another = Another day

# The parts of a reach.
part-the-day = The day itself, and days around it
part-periods = The time it lasted
part-people = Photos of them
part-same-moment = The same moments
part-places = The places
part-companions = Who was with you then
part-words = Albums, keywords and words
part-alike = What looks like it
part-chosen = What you took in by hand

# How far it reaches.
reach-title = What it reaches
reach-about = “Keep away” is not there at all. “Ask first” waits behind a quiet card until you open it. “Welcome” may come by itself.
reach-nothing = Nothing falls in it now.
reach-undated = { $photos }, without a date.
reach-found = { $photos }, { $days }.
reach-found-in = { $photos }, { $days }, most in { $towns }.
reach-days = { $first } to { $last }
reach-look = Show the pictures
reach-look-which = Show the pictures: { $which }
reach-want = What you want: { $which }
reach-more = Days and how long
reach-before = Days before
reach-after = Days after
reach-within = Only within the time it lasted
reach-always = At any time
reach-until = Until
reach-until-hint = The first day on which this no longer counts. Empty: for good.
reach-this-year = Not this year: until this day next year
reach-others =
    { $count ->
        [one] One more part, in which nothing falls now
       *[other] { $figures } more parts, in which nothing falls now
    }
reach-by-hand = By hand: { $in } taken in, { $out } taken out.
loss-examples = Photos that stand for it
loss-examples-hint = On the page of any photo you can say that it stands for this. What is like it, in time, place or look, is met in the same way.
loss-examples-kept =
    { $count ->
        [one] { $figures } photo stands for it.
       *[other] { $figures } photos stand for it.
    }
loss-examples-none = Let none stand for it
offer-title = Offer it to somebody
offer-about = They are asked whether they want to keep it with care too, with wishes of their own. They see what happened and when, and nothing of what you wrote or wish. What they answer stays theirs.
offer-do = Offer it to { $name }
offer-is-offered = It is offered to { $name }.
offer-withdraw = Offer it no more
offer-done-offered = It is offered. Nobody is notified: it waits on their care page.
offer-done-withdrawn = It is offered no more.
loss-namesakes = More than one person here has this name. On their pages one of them can be given another, so that they can be told apart.
loss-until-is-over = This day is over: nothing would be kept back any more. Leave it empty for good, or choose a day to come.
loss-until-or-this-year = Choose a day, or “not this year”, and not both.
loss-day-leave-out = Leave this day out
reach-ended = The day until which it counts is over: it keeps nothing back any more.
loss-day-to-come = This day has not come yet.
loss-began-after = It cannot have begun after the day itself.
loss-due-elsewhen = This does not go with the day above: the birth was expected around it or within the ten months after.

# Saying it: who and when.
entry-back = Back
entry-title-death = Who was it?
entry-title-pregnancy-loss = When was it?
entry-title-separation = Who was it?
entry-title-illness = An illness
entry-title-animal = An animal
entry-title-home = A home
entry-title-other = What was it?
entry-name-death = A name
entry-name-pregnancy-loss = A name, if there is one
entry-name-separation = A name
entry-name-illness = Whose it was, if you like
entry-name-animal = Its name
entry-name-home = What you call it
entry-name-other = What you call it
entry-when-death = When
entry-when-pregnancy-loss = When
entry-when-separation = When you parted
entry-when-illness = When it began
entry-when-animal = When
entry-when-home = When you left it
entry-when-other = When
entry-when-hint = A day, a month or a year, as you would write it. “About 2019” is enough, too.
entry-pick = Pick a day
entry-faces = People in your photos
entry-which = Which of them?
entry-none-of-them = Somebody else
entry-sight = Pictures with them
entry-away = stay away for now
entry-ask = ask me first
entry-weeks = After how many weeks
entry-weeks-hint = If you know it. It may stay empty.
entry-more-pregnancy = Its first day, the day expected, a place
entry-first-day = Its first day
entry-more-death = After an illness
entry-more-other = When it began, a place
entry-ended = When it was over
entry-ended-hint = Empty: half a year is taken for it.
entry-wedding-hint = It is quiet here on that day, each year.
entry-place = A place that belongs to it
entry-place-hint = A town of your photos. It may stay empty.
entry-place-then = only around then
entry-place-always = at any time
entry-go-on = Go on
entry-not-yet = Nothing is kept yet. What will happen comes next, in words.
loss-which = More than one person has this name. You can choose above.
loss-when-missing = When it was is still open: a day, a month or a year. “About 2019” is enough.
loss-not-a-date = This is not a date that can be read. Try 28 November 2025, November 2025 or about 2019.
loss-not-weeks = This is not a number of weeks that can be read. Try 20, or leave it empty.

# What will happen, in a few sentences.
breath-title = This is what happens
breath-away = Pictures with { $who } stay away for now.
breath-away-until = Pictures with { $who } stay away until { $day }. From that day on they come as they would.
breath-away-then-ask = Pictures with { $who } stay away until { $day }. From that day on they wait until you ask.
breath-ask = Pictures with { $who } wait until you ask for them.
breath-found = In People, { $who } can be found by name, and opens when you ask.
breath-welcome = Pictures with { $who } come as they would.
breath-no-photo = No picture here has the name { $name }. It is kept all the same.
breath-days-stay = The days themselves stay. What else is in the same moments comes as it would.
breath-day-away = Pictures of the days around { $day } stay away.
breath-day-asks = Pictures of the days around { $day } wait until you ask for them.
breath-day-welcome = Pictures of the days around { $day } come as they would.
breath-time-away = Pictures from { $first } to { $last } stay away.
breath-time-asks = Pictures from { $first } to { $last } wait until you ask for them.
breath-time-welcome = Pictures from { $first } to { $last } come as they would.
breath-since-away = Pictures since { $first } stay away.
breath-since-asks = Pictures since { $first } wait until you ask for them.
breath-since-welcome = Pictures since { $first } come as they would.
breath-a-point = a place on the map
breath-places-away = Pictures from { $places } stay away, of whatever time.
breath-places-ask = Pictures from { $places } wait until you ask for them, of whatever time.
breath-places-welcome = Pictures from { $places } come as they would.
breath-places-then-away = Pictures from { $places } in that time stay away.
breath-places-then-ask = Pictures from { $places } in that time wait until you ask for them.
breath-places-then-welcome = Pictures from { $places } in that time come as they would.
breath-words-away = Pictures with the words { $words } stay away.
breath-words-ask = Pictures with the words { $words } wait until you ask for them.
breath-words-welcome = Pictures with the words { $words } come as they would.
breath-alike-away = What looks like the pictures that you chose stays away.
breath-alike-asks = What looks like the pictures that you chose waits until you ask for it.
breath-alike-welcome = What looks like the pictures that you chose comes as it would.
breath-quiet = Each { $day } is quiet here.
breath-quiet-eve = Each { $day } is quiet here, and so is the day before.
breath-quiet-around = Each { $day } is quiet here, and so are the days around it.
breath-look = On each { $day } only what you picked for it can be opened.
breath-no-day = No day of the year is made quiet, since the day is not known.
breath-counted = { $photos }.
breath-counted-in = { $photos }, most in { $towns }.
breath-nothing-now = No photos, as it is now.
breath-show = Show me which
breath-keep = Keep this
breath-adjust = Adjust
breath-meets = { $day } is { $name }’s birthday.
breath-meets-quiet = Keep it quiet all the same
breath-meets-later = Begin the quiet on the day itself
breath-meets-usual = Leave that day as usual

# The time that belongs to it, as it fits each kind.
loss-time-death = The weeks around it
loss-time-pregnancy-loss = The pregnancy, and the weeks after it
loss-time-separation = The time of the parting
loss-time-illness = The time of the illness
loss-time-animal = The days around it
loss-time-home = The days around it
loss-time-other = The time that belongs to it
loss-day-missing = A day is needed.
