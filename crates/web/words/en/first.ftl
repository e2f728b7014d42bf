# The first question, and what waits for its answer.

first-title = Before anything returns
first-question = Is there somebody, or a time, you would rather not meet unasked?
first-about = Memories come back by themselves here. Say it once, in as few words as you like. It is yours alone.
first-death = Somebody who died
first-pregnancy = A pregnancy or a baby
first-separation = Somebody I parted from
first-hard-time = A hard time
first-else = Something else
first-nothing = Nothing now
first-later = You can say it at any time, under Care.
first-to-care = What you keep with care
first-nothing-kept = Memories come as they are. You can say something at any time, under Care.
first-again = The first question
first-again-about = Somebody, or a time, that you would rather not meet unasked.
log-first-visit = The first question was answered.
today-waits = Your photos are coming in
today-waits-hint = Nothing returns before all of them are here: only then is it known what to leave in peace. You can look at the library meanwhile.
today-waits-do = Look at the library
