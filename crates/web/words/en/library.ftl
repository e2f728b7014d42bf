# The library: years, months, days; and choosing photos.

library-title = Library
library-span =
    { $count ->
        [one] { $figures } photo, from { $first } to { $last }
       *[other] { $figures } photos, from { $first } to { $last }
    }
library-empty = No photos yet
library-empty-hint = Photos that come in stand here, in order of time.
library-nothing = Nothing here. There may have been once, or it may come.
library-asked = Asks first
library-years = Years
library-months = Months
library-days = Days of this month
library-path = Where this is
library-go = Go to a day
library-go-do = Go
library-some-time = Some time in { $year }
library-month-some-time = Some time in { $month }
library-undated = Without a date
library-undated-about = Nothing tells when these were taken. A date can be given to them.
library-hidden = Hidden
library-hidden-about = These are kept and never return by themselves.
library-aside = Beside the years
library-put-away =
    { $count ->
        [one] { $figures } photo is put away
       *[other] { $figures } photos are put away
    }
library-earlier = Earlier in these
library-later = Later in these
library-pages = Pages

# Choosing photos.
library-select = Choose photos
library-select-done = Done
library-select-day = Choose the day
library-picked = What to do with the chosen photos
library-picked-hint = Tap the photos you mean.
library-picked-none = No photo chosen
library-picked-one = 1 photo chosen
library-picked-many = { $n } photos chosen
library-date = Date
library-date-label = Taken on
library-date-hint = 2019-05-04, 2019-05, 2019 or about 1956
library-date-do = Set the date
library-date-not-understood = A date is written like 2019-05-04, 2019-05-04 16:30, 2019-05, 2019 or about 1956. Go back to try again.
library-tag = People
library-tag-label = Who is there
library-tag-do = Name them
library-one-at-a-time = A date and a name are both filled in, and one is done at a time. Nothing was changed: go back and press the button beside the one you mean.
library-tag-whom = Go back and write a name.
library-away = Put away
library-away-hint = They leave every page. You can undo it.
library-hide = Hide
library-unhide = Show again
library-remove = Remove

# What was done.
library-done-none = Nothing was changed.
library-done-dated =
    { $count ->
        [one] { $figures } photo has its new date.
       *[other] { $figures } photos have their new date.
    }
library-done-tagged =
    { $count ->
        [one] The name is on { $figures } photo.
       *[other] The name is on { $figures } photos.
    }
library-done-away =
    { $count ->
        [one] { $figures } photo is put away.
       *[other] { $figures } photos are put away.
    }
library-done-hidden =
    { $count ->
        [one] { $figures } photo is hidden.
       *[other] { $figures } photos are hidden.
    }
library-done-shown =
    { $count ->
        [one] { $figures } photo is shown again.
       *[other] { $figures } photos are shown again.
    }
library-done-removed =
    { $count ->
        [one] { $figures } photo is removed.
       *[other] { $figures } photos are removed.
    }
library-done-undone = It is as it was.
