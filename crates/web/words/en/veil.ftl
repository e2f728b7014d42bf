# What is asked about first, and what was opened.
veil-about = Something returns from then. It waits until you ask for it.
veil-open = Open
veil-not-now = Not now
veil-keep-away = Keep it away
veil-welcome = Welcome from now on
veil-tile = Something waits here
veil-tiles = What waits to be asked for
away-done-veil = It is put away.
away-done-welcome = It is welcome from now on.
opened-title = Opened
opened-about = It is open for you, for now. Nothing else has changed.
opened-photo = A photo
opened-picks = What you picked
opened-put-away = What is put away
opened-reach = What falls in this part
veil-back = Back
put-away-look = Look at what is put away
put-away-sure = These are the photos that you asked not to see. They are shown for this visit, and stay put away.
put-away-do = Show them
opened-why = Why it is as it is

wish-asked = Asked about first: { $what }
welcome-title = What you welcomed
welcome-about = It may come by itself, until you want to be asked about it again.
welcome-undo = Ask about it again
welcome-undo-which = Ask about it again: { $which }
asked-title = What you want to be asked about
asked-about = It waits behind a quiet card until you open it.
asked-undo = Ask about it no more
asked-undo-which = Ask about it no more: { $which }
wish-welcome = Welcome: { $what }

# Tender days and hard days.
tender-do = A tender day
tender-what = Nothing is offered today. You can undo it.
tender-title = Nothing today
tender-title-then = Nothing on this day
tender-about = Nothing comes to you until { $until }. Everything is still there.
tender-three = For three days
tender-week = For a week
tender-over = As usual again
hard-title = A quiet day
hard-about = Nothing is offered today, as you wished.
hard-about-then = Nothing is offered on this day, as you wished.
hard-look = What you picked for today
hard-look-then = What you picked for this day
