# Coming in: folders, looks through them, pausing.

coming-title = Coming in
coming-about = Photos stay where they are. Their folders are only read, never written to.
coming-before = Before anything comes back
coming-before-about = If there is somebody or something that you would rather not meet unasked, you can say so now: what it was and one date are enough. It is yours alone, and you can change it at any time.
coming-now = Just now
coming-progress = How far it is
coming-at = In
coming-rests = Everything that was found is in. What is new in a folder comes in by itself.
coming-nothing-yet = No folder is looked into yet. Name one below, and its photos come in by themselves.
coming-paused = Paused. Nothing comes in until you let it, after a restart neither. What is in stays.
coming-pause = Pause
coming-resume = Let photos come in again
coming-rescan-all = Look through all folders again
coming-rescan = Look again
coming-asked = It is looked through again.
coming-folders = Folders
coming-watched = Watched: new photos come in when they appear.
coming-not-there = The folder is not there just now. Its photos stay; it is looked into again when it is back.
coming-too-many = Not watched: this system watches as much as it may. New photos are found when Perennial starts or looks again. On Linux, a higher fs.inotify.max_user_watches helps.
coming-not-watched = Not watched: the system does not tell of changes here. New photos are found when Perennial starts or looks again.
coming-waits = It waits for its turn.
coming-not-looked = Not looked through yet.
coming-looked = Looked through on { $day } at { $time }.
coming-new =
    { $count ->
        [0] Nothing new.
        [one] { $figures } new photo.
       *[other] { $figures } new photos.
    }
coming-changed =
    { $count ->
        [one] { $figures } file had changed.
       *[other] { $figures } files had changed.
    }
coming-missing =
    { $count ->
        [one] { $figures } file is not there any more; its photo stays.
       *[other] { $figures } files are not there any more; their photos stay.
    }
coming-could-not =
    { $count ->
        [one] { $figures } file could not be read or shown.
       *[other] { $figures } files could not be read or shown.
    }
coming-asked-not-to =
    { $count ->
        [one] { $figures } folder asked to be left alone.
       *[other] { $figures } folders asked to be left alone.
    }
coming-stopped = It was stopped before the end, and goes on from there.
coming-led-out =
    { $count ->
        [one] { $figures } link leads to where photos may not be looked for, and was passed over.
       *[other] { $figures } links lead to where photos may not be looked for, and were passed over.
    }
coming-trouble-not-allowed = Photos may not be looked for here any more. Whoever runs Perennial can allow it with --photos, or name the folder when starting it.
coming-trouble-folder = The folder could not be opened. Is the disk it lies on there?
coming-trouble-keeping = What was found could not be kept. Is there room on the disk, and may Perennial write there?
coming-trouble-worker = Files could not be examined. The server’s log says more.
coming-trouble-panicked = A mistake in Perennial ended it. The server’s log says more.
coming-trouble-ended = Perennial ended in the middle of it, several times.
coming-trouble-other = Something hindered it. The server’s log says more.
coming-let-go = Stop looking here
coming-let-go-about = New photos from this folder no longer come in. The photos that are in stay, and so does the folder.
coming-let-go-do = Look here no more
coming-let-go-done = That folder is looked into no more. Its photos stay.
coming-add = Look into one more folder
coming-add-hint = Its whole path on the machine that Perennial runs on, such as /home/ana/Pictures.
coming-add-do = Look here
coming-added = Looked into from now on:
coming-took-in =
    { $count ->
        [one] A folder inside of it is part of it now.
       *[other] { $figures } folders inside of it are part of it now.
    }
coming-name-a-folder = Go back and name a folder.
coming-refused-empty = No folder was named. Give its whole path, such as /home/ana/Pictures.
coming-refused-not-whole = This is not a whole path. Give it from the root on, such as /home/ana/Pictures.
coming-refused-not-here = There is no folder there that photos may be taken from. A look at the spelling may help, or at whether its disk is there. Whoever runs Perennial says where photos may be, with --photos.
coming-refused-not-there = There is nothing of that name on this machine. A look at the spelling may help, or at whether its disk is there.
coming-refused-not-a-folder = This is a file. Name the folder that it lies in.
coming-refused-not-readable = Perennial may not look into this folder. Let the user that it runs as read it, then try again.
coming-refused-own = Perennial keeps its own things there. Another folder will do.
coming-refused-known = This folder is looked into already. Nothing more is needed.
coming-refused-inside = This folder is part of { $folder }, which is looked into already. Nothing more is needed.
coming-refused-too-long = This path is too long to be kept. A folder with a shorter one will do.
coming-all-read = Every file could be read.
coming-unread =
    { $count ->
        [one] { $figures } file could not be read
       *[other] { $figures } files could not be read
    }

# Work behind the pages.
work-title = Behind the pages
work-looking = Looking through a folder
work-settling = Finding which photos belong together
work-wording = Noting by what words photos are found
work-letting-go = Letting go of what was removed
work-measuring = Measuring what everything takes
work-other = Other work
work-runs = It goes on just now.
work-tried-again = It is tried again on { $day } at { $time }.
work-given-up = It was tried several times, last on { $day } at { $time }, and waits for you to ask.
work-try-again = Try again
work-tried = It is tried again.

# What could not be read.
unread-title = What could not be read
unread-about = These files are left as they are. Each is tried again when it changes.
unread-reasons = By reason
unread-all = All of them
unread-files = Files
unread-no-more = No more of them.
unread-pages = Pages of files
unread-first = The latest
unread-next = Earlier ones
unread-empty = The file is empty
unread-truncated = The file ends too early
unread-unknown-format = Not a kind of picture or video that Perennial knows
unread-too-large = Larger than Perennial can show
unread-broken = Damaged, or of a rare kind
unread-no-preview = A RAW file without a picture inside
unread-no-ffmpeg = A video, and no ffmpeg on this machine to take a picture from it
unread-crashed = Reading it crashed a worker; nothing else was harmed
unread-timed-out = Reading it took too long
unread-unreadable = The system does not let Perennial read it
unread-other = Another reason
