# Ahead, why, and the log.

ahead-title = Ahead
ahead-about =
    { $count ->
        [one] What the next day holds, in words.
       *[other] What the next { $figures } days hold, in words. Days with nothing to say are left out.
    }
ahead-nothing =
    { $count ->
        [one] There is nothing to say of the next day.
       *[other] There is nothing to say of the next { $figures } days.
    }
ahead-more = Look a year ahead
ahead-fewer = Only the next two months
ahead-hard-beside = { $named }, around { $day }
ahead-would-have-been =
    { $count ->
        [1] would have been one
        [2] would have been two
        [3] would have been three
        [4] would have been four
        [5] would have been five
        [6] would have been six
        [7] would have been seven
        [8] would have been eight
        [9] would have been nine
        [10] would have been ten
        [11] would have been eleven
        [12] would have been twelve
       *[other] would have been { $figures }
    }
ahead-birthday = { $name }’s birthday, { $figures }
ahead-comes =
    { $count ->
        [1] One memory comes.
        [2] Two memories come.
        [3] Three memories come.
        [4] Four memories come.
        [5] Five memories come.
        [6] Six memories come.
        [7] Seven memories come.
        [8] Eight memories come.
        [9] Nine memories come.
        [10] Ten memories come.
        [11] Eleven memories come.
        [12] Twelve memories come.
       *[other] { $figures } memories come.
    }
ahead-waits = Something may wait until you ask for it.
ahead-tender = It is a tender day. Nothing comes. From { $until } on all is as usual.
ahead-silence = It is quiet here. Nothing comes.
ahead-quiet-look = It is quiet here. What you picked waits until you open it.

# Why.
why-title = Why it is as it is
why-link = Why this is shown
why-to-photo = To the photo
why-to-moment = To the moment
why-cleared = It may come by itself.
why-veiled = It asks first, behind a quiet card.
why-held = It stays away.
why-nothing-said = Nothing was said of it, and no sign asks for care.
why-wish = You said: { $want }. { $what }.
why-loss = { $want }: it belongs to what you keep with care. ({ $part })
why-loss-until = { $want }, and no longer from { $until } on: it belongs to what you keep with care. ({ $part })
why-tender = It may be a tender time.
why-words = Words that go with it say that it may be a tender time.
why-look-at-it = Look at what was said
why-about = Only you can see this, and only you can change it:
why-day-title = What this day holds, and why
why-day-nothing = No memory would come.

# The log.
log-title = What was shown and changed
log-none = Nothing is written down here.
log-about = For your eyes alone: the latest first, without words or pictures of what it was.
log-delete = Delete the log
log-delete-hint = What you keep with care stays. What is written down here is gone for good.
log-delete-do = Delete it
log-done-deleted = The log is deleted.
log-loss-added = Something is kept with care.
log-loss-changed = Something that is kept with care was changed.
log-loss-removed = Something is no longer kept with care.
log-loss-restored = Something is kept with care again.
log-loss-offered = Something was offered to somebody else.
log-wished = You said of something: { $want }.
log-lifted = You let something return.
log-taken-back = You took back what you had said of something.
log-opened = You opened something that asked first.
log-tender = Tender days began. From { $until } on all is as usual.
log-tender-ended = Tender days ended.
log-day-added = A hard day was added.
log-day-removed = A hard day was removed.
log-plan-chosen = A plan for a hard day was chosen.
log-person-said = You said what you want of pictures with somebody.
log-caution-fine = You said that a kind of what caution asks about is fine.
log-caution-on = Caution was switched on.
log-caution-off = Caution was switched off.
log-library-open = The library shows everything.
log-library-quiet = The library is quiet.
log-shown = { $day } was looked at: { $shown } shown, { $asked } asked about.
log-quiet = { $day } was looked at: a quiet day.
log-changed-dates = You changed when photos were taken ({ $figures }).
log-changed-turned = You turned a photo.
log-changed-hidden = You hid photos, or showed them again ({ $figures }).
log-changed-removed = You removed photos, or took them back ({ $figures }).
log-changed-words = You wrote about a moment.
log-changed-moments = You changed where moments begin and end.
log-changed-people = You changed who somebody is, or who is in photos ({ $figures }).
