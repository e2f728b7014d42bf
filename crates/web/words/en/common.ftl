# Words that many pages share.

name = Perennial
skip-to-page = Skip to the page
nav-main = Main
nav-today = Today
nav-library = Library
nav-people = People
nav-places = Places
nav-search = Search
nav-settings = Settings
undo = Undo

# Dates. Months and weekdays are spelled as in the middle of a sentence.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
date-long = { $weekday }, { $day } { $month } { $year }
date-this-year = { $weekday }, { $day } { $month }
date-neighbour = { $weekday } { $day }
date-plain = { $day } { $month } { $year }
date-time = { $day } { $month } { $year }, { $time }
date-month = { $month } { $year }
date-about = about { $year }

# How long ago.
years-ago =
    { $count ->
        [1] One year ago
        [2] Two years ago
        [3] Three years ago
        [4] Four years ago
        [5] Five years ago
        [6] Six years ago
        [7] Seven years ago
        [8] Eight years ago
        [9] Nine years ago
        [10] Ten years ago
        [11] Eleven years ago
        [12] Twelve years ago
       *[other] { $figures } years ago
    }
this-year = This year

# Lists of names.
list-two = { $a } and { $b }
list-three = { $a }, { $b } and { $c }
list-more =
    { $count ->
        [2] { $a }, { $b } and two others
        [3] { $a }, { $b } and three others
        [4] { $a }, { $b } and four others
       *[other] { $a }, { $b } and { $figures } others
    }

# A number never stands at the end of a line without its word: these blanks do not break.
photos =
    { $count ->
        [one] { $figures } photo
       *[other] { $figures } photos
    }

# Lengths of time, roughly.
seconds =
    { $count ->
        [one] { $figures } second
       *[other] { $figures } seconds
    }
minutes =
    { $count ->
        [one] { $figures } minute
       *[other] { $figures } minutes
    }
hours =
    { $count ->
        [one] { $figures } hour
       *[other] { $figures } hours
    }

# How far an import is.
coming-resting = All photos are in.
coming-counting = Counting what is there: { $total } so far.
coming-in = Photos are coming in: { $done } of { $total }, { $rate } a second.
coming-in-left = Photos are coming in: { $done } of { $total }, { $rate } a second, about { $left } left.

# When a page cannot be shown.
trouble-nothing = Nothing here
trouble-nothing-sentence = There is nothing at this address.
trouble-nothing-hint = It may have been put away, removed or moved. Today is a good place to go on from.
trouble-way = No page here
trouble-way-sentence = This address is not asked for in this way; it may only take what a form sends.
trouble-way-hint = Nothing was changed. Today is a good place to go on from.
trouble-misused = Not understood
trouble-misused-sentence = This request was not understood.
trouble-choose = Go back and choose one of the buttons.
trouble-undecided = A moment, please
trouble-undecided-sentence = Perennial cannot tell just now what may be shown, so it shows nothing.
trouble-undecided-hint = Nothing is lost. Try again in a little while.
trouble-late-sentence = This took too long, so Perennial gave it up. Nothing was changed.
trouble-late-hint = Go back and send it again in a little while.
trouble-kept-sentence = What you sent was kept, but the page that says so could not be made.
trouble-kept-hint = Do not send it again. The server’s log says more.
trouble-inside = That did not work
trouble-inside-sentence = Something in Perennial went wrong.
trouble-inside-hint = Nothing is lost. The server’s log says more.
trouble-to-today = To today
