# A moment.

moment-title = Title
moment-words = A line of words
moment-say = Give it a title or a line of words
moment-say-again = Change its title or words
moment-words-hint = Only for you. Leave both empty to take them back.
moment-words-keep = Keep
moment-words-kept = It is kept.
moment-again-title = One more look
moment-again-changed = This was changed elsewhere while you wrote. Both are here: what is kept now, and below it what you wrote.
moment-again-moved = While you wrote, the photos of this moment came to belong to another one. Both are here: what is kept of it now, and below it what you wrote.
moment-again-kept = What is kept now
moment-again-long = A title has room for { $title } characters, and the words for { $words }. What you wrote is all here; make it a little shorter.
moment-again-leave = Leave it as it is
moment-alike =
    { $count ->
        [one] One more like this
       *[other] { $figures } more like this
    }
moment-parts = Parts of this moment
moment-earlier = Earlier
moment-later = Later
moment-part-of = { $first } to { $last } of { $figures } photos
moment-acts = What you can do with this moment
moment-part = Part it into two
moment-part-at = The new moment begins with
moment-part-hint = What you keep away stays away in both. You can undo this.
moment-part-do = Part it here
moment-parted = These are two moments now.
moment-cannot-part = There is nothing before this photo that it could be parted from.
moment-join-before = Join with the one before: { $title }
moment-join-after = Join with the one after: { $title }
moment-joined = They are one moment now.
moment-cannot-join = Only moments right beside each other on the same day can be joined.
moment-seam-back = It is as it was.
moment-hide-screens =
    { $count ->
        [one] Hide a screenshot or paper of this day
       *[other] Hide { $figures } screenshots and papers of this day
    }
moment-screens-hidden = They are hidden.
moment-screens-back = They are shown again.

# A memory that has a title of its own.
memory-title-own = { $ago }: { $title }
